using System.Net;
using Conformance.XUnit.Running;

namespace Conformance.XUnit.Tests.Running;

public sealed class ThroughClientTests
{
    private static readonly UriCreationOptions AsItStands = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    [Fact]
    public async Task ARequestReachesTheClientsHandlerAsItWas()
    {
        var stop = TestContext.Current.CancellationToken;
        using var keeps = new Keeps();
        using var theirs = new HttpClient(keeps);
        theirs.DefaultRequestHeaders.Add("X-Theirs", "1");
        using var ours = new HttpClient(new ThroughClient(theirs));
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            new Uri("http://in-process.invalid/a/%2E%2e/ä%zz", AsItStands)
        )
        {
            Content = new ByteArrayContent([1, 2, 3]),
        };
        request.Headers.TryAddWithoutValidation("X-Ours", "odd, value");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "no media type");

        using var response = await ours.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var seen = Assert.Single(keeps.Seen);
        Assert.Equal("PUT http://in-process.invalid/a/%2E%2e/ä%zz", $"{seen.Method} {seen.RequestUri!.OriginalString}");
        Assert.Equal("odd, value", Assert.Single(seen.Headers.NonValidated["X-Ours"]));
        Assert.Equal("1", Assert.Single(seen.Headers.NonValidated["X-Theirs"]));
        Assert.Equal("no media type", Assert.Single(seen.Content!.Headers.NonValidated["Content-Type"]));
        Assert.Equal([1, 2, 3], await seen.Content.ReadAsByteArrayAsync(stop));
    }

    private sealed class Keeps : HttpMessageHandler
    {
        public List<HttpRequestMessage> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            Seen.Add(request);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Accepted));
        }
    }
}
