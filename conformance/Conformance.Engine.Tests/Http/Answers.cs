using System.Net;

namespace Conformance.Engine.Tests.Http;

/// <summary>Answers in process, one after the other; the last one again and again.</summary>
internal sealed class Answers(params Func<HttpResponseMessage>[] inTurn) : HttpMessageHandler
{
    private int given;

    public static Func<HttpResponseMessage> Status(int status, string? retryAfter = null) =>
        () =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
            if (retryAfter is not null)
                answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return answer;
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
