using Conformance.Engine.Configuration;
using Conformance.Engine.Http;
using Conformance.Engine.Running;
using Conformance.Engine.Tests.Scripted;

namespace Conformance.Engine.Tests.Running;

/// <summary>What went wrong on the way and was mended by sending again is told to the reader.</summary>
public sealed class TargetClientNotesTests
{
    [Fact]
    public async Task WhereNothingWentWrongNothingIsSaid()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        Assert.Empty(await Notes(target, 1));
    }

    [Theory]
    [InlineData(429, "Sample: 1 request was throttled", "Sample: 2 requests were throttled")]
    [InlineData(0, "Sample: 1 connection was closed", "Sample: 2 connections were closed")]
    [InlineData(500, "Sample: 1 response was a server error", "Sample: 2 responses were server errors")]
    public async Task EachKindOfTroubleIsCounted(int status, string once, string twice)
    {
        foreach (var (times, says) in new[] { (1, once), (2, twice) })
        {
            using var target = new ScriptedTarget(r =>
                r.Turn % 2 == 0 ? ScriptedResponse.Accepted
                : status == 0 ? ScriptedResponse.None(Reports.TransportFailureKind.Disconnected)
                : new ScriptedResponse(status)
            );
            Assert.StartsWith(says, Assert.Single(await Notes(target, times)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AProxyIsNamed()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var proxy = new ProxyServer(ProxyKind.Http, "proxy.test", 3128);
        Assert.Equal(
            ["Sample: requests go through the proxy http://proxy.test:3128 of HTTP_PROXY."],
            await Notes(target, 1, new Route(proxy, $"requests go through the proxy {proxy} of HTTP_PROXY"))
        );
    }

    private static async Task<List<string>> Notes(ScriptedTarget target, int requests, Route? route = null)
    {
        var client = target.TargetClient();
        for (var n = 0; n < requests; n++)
            await client.Send(new WireRequest("GET", "/", [], null), TestContext.Current.CancellationToken);
        return [.. TargetClientNotes.Of(Made.Api(), client, route ?? Route.Straight)];
    }
}
