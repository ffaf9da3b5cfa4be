namespace Conformance.XUnit.Running;

/// <summary>Sends requests through a client that somebody else made and owns.</summary>
internal sealed class ThroughClient(HttpClient client) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => client.SendAsync(Again(request), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>A client refuses a message that another client has begun to send. The body is shared, not copied.</summary>
    private static HttpRequestMessage Again(HttpRequestMessage request)
    {
        var again = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Content = request.Content,
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
        };
        foreach (var (name, values) in request.Headers.NonValidated)
            again.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        return again;
    }
}
