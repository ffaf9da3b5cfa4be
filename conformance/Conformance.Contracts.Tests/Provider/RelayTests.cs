using System.Net;
using System.Text.Json.Nodes;
using Conformance.Contracts.Provider;
using Conformance.Reports;

namespace Conformance.Contracts.Tests.Provider;

public sealed class RelayTests
{
    [Fact]
    public async Task AStateThatCanNotBeBroughtAboutIsNoServerError()
    {
        await using var relay = await Start(_ => new StateReply(null, "not today"), null);
        var (status, body) = await Ask(relay, """{"action":"setup","state":"sunshine","params":{}}""");
        // Pact would try again for a minute.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("not today", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStateGivesItsValuesAndLearnsItsParameters()
    {
        await using var relay = await Start(
            state => new StateReply(new JsonObject { ["saw"] = $"{state.Name} {state.Parameters["n"]}" }, null),
            null
        );
        var (status, body) = await Ask(relay, """{"action":"setup","state":"sunshine","params":{"n":7}}""");
        Assert.Equal((HttpStatusCode.OK, """{"saw":"sunshine 7"}"""), (status, body));
    }

    [Theory]
    [InlineData("""{"action":"teardown","state":"sunshine"}""", HttpStatusCode.OK)]
    [InlineData("""{"action":"setup","state":""}""", HttpStatusCode.OK)]
    [InlineData("""{"action":"setup"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("sunshine", HttpStatusCode.UnprocessableEntity)]
    public async Task NothingIsBroughtAboutForNoState(string asked, HttpStatusCode expected)
    {
        await using var relay = await Start(_ => throw new InvalidOperationException("asked"), null);
        Assert.Equal(expected, (await Ask(relay, asked)).Status);
    }

    [Fact]
    public async Task ResponsesComeThroughButForWhatIsTheConnections()
    {
        var response = new ReceivedResponse(
            418,
            [new("X-Pot", "tea"), new("Transfer-Encoding", "chunked"), new("Bad\u0001", "x"), new("X-Uml", "ä")],
            "short and stout"u8.ToArray(),
            IsTruncated: false
        );
        await using var relay = await Start(_ => new StateReply(null, null), response);
        using var client = new HttpClient();
        using var got = await client.GetAsync(new Uri(relay.Address, "pot"), Cancel);
        Assert.Equal(418, (int)got.StatusCode);
        Assert.Equal("tea", Assert.Single(got.Headers.GetValues("X-Pot")));
        Assert.False(got.Headers.Contains("X-Uml"));
        Assert.Equal("short and stout", await got.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task NoResponseIsNoResponse()
    {
        await using var relay = await Start(_ => new StateReply(null, null), null);
        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(relay.Address, Cancel));
    }

    private static Task<Relay> Start(Func<WantedState, StateReply> states, ReceivedResponse? response) =>
        Relay.Start(
            state => Task.FromResult(states(state)),
            _ => Task.FromResult(response),
            TimeProvider.System,
            port: 0,
            Cancel
        );

    private static async Task<(HttpStatusCode Status, string Body)> Ask(Relay relay, string body)
    {
        using var client = new HttpClient();
        using var content = new StringContent(body);
        using var got = await client.PostAsync(relay.States, content, Cancel);
        return (got.StatusCode, await got.Content.ReadAsStringAsync(Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
