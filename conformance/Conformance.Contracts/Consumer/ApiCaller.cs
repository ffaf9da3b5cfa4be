using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using RestSharp;

namespace Conformance.Contracts.Consumer;

/// <summary>JSON requests and responses over RestSharp, for a provider that asks for no credentials.</summary>
public sealed class ApiCaller : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // What is left out of a request is not there, rather than null.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly RestClient client;

    /// <param name="baseUrl">Where the API is; a path in it stays in front.</param>
    public ApiCaller(Uri baseUrl) =>
        client = new RestClient(
            new RestClientOptions(baseUrl)
            {
                DisableCharset = true,
                FollowRedirects = false,
                // The environment's proxy knows nothing of what listens on this machine; one without an address leads past it.
                Proxy = baseUrl.IsLoopback ? new WebProxy() : null,
            }
        );

    public void Dispose() => client.Dispose();

    /// <summary>Sends a request; null where the response has no JSON body.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Segments, each of which is encoded.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="accept">The media type asked for; null where any will do.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ApiException">The response is an error, or there is none.</exception>
    public async Task<TResponse?> Call<TResponse>(
        Method method,
        IReadOnlyList<string> path,
        object? body,
        string? accept,
        CancellationToken cancellation
    )
        where TResponse : class
    {
        var request = new RestRequest(string.Join('/', path.Select(Uri.EscapeDataString)), method);
        if (body is not null)
            request.AddStringBody(JsonSerializer.Serialize(body, Json), ContentType.Json);
        if (accept is not null)
            request.AddHeader("Accept", accept);
        var response = await client.ExecuteAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
            throw ErrorIn(response);
        return IsJson(response) ? JsonSerializer.Deserialize<TResponse>(response.Content!, Json) : null;
    }

    private static bool IsJson(RestResponse response) =>
        response.ContentType == ContentType.Json.Value && !string.IsNullOrEmpty(response.Content);

    private static ApiException ErrorIn(RestResponse response)
    {
        var shape = IsJson(response) ? JsonSerializer.Deserialize<ErrorShape>(response.Content!, Json) : null;
        return new ApiException((int)response.StatusCode, shape, response.ErrorException);
    }
}
