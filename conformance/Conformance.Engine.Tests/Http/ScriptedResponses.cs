using System.Net;

namespace Conformance.Engine.Tests.Http;

/// <summary>Responses in process, one after the other; the last one again and again.</summary>
internal sealed class ScriptedResponses(params Func<HttpResponseMessage>[] inTurn) : HttpMessageHandler
{
    private int given;

    public static Func<HttpResponseMessage> Status(int status, string? retryAfter = null) =>
        () =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
            if (retryAfter is not null)
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        };

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var turn = Math.Min(Interlocked.Increment(ref given), inTurn.Length) - 1;
        return Task.FromResult(inTurn[turn]());
    }
}
