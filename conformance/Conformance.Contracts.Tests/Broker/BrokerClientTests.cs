using Conformance.Contracts.Broker;
using Conformance.Engine.Http;
using Conformance.Engine.Tests.Http;

namespace Conformance.Contracts.Tests.Broker;

public sealed class BrokerClientTests
{
    private const string ForVerification = "/pacts/provider/nova-act/for-verification";
    private const string PactPath = "/pacts/provider/nova-act/consumer/shop/version/1";
    private const string Linked =
        """{"_embedded":{"pacts":[{"_links":{"self":{"href":"{url}/pacts/provider/nova-act/consumer/shop/version/1"}}}]}}""";
    private const string Empty = """{"_embedded":{"pacts":[]}}""";
    private const string Pact =
        """{"consumer":{"name":"shop"},"_links":{"pb:publish-verification-results":{"href":"{url}/results/7"}}}""";

    [Fact]
    public async Task PactsAreFetchedByTheirLinks()
    {
        await using var broker = await new StandIn()
            .With("POST", ForVerification, Linked)
            .With("GET", PactPath, Pact)
            .Start();
        var pact = Assert.Single(await PactsOf(broker));
        Assert.Contains("shop", pact.Text, StringComparison.Ordinal);
        Assert.Equal(new Uri(broker.Url, "results/7"), pact.Publish);
        Assert.Contains("mainBranch", broker.Asked[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutBranchesTheLatestAreTaken()
    {
        await using var broker = await new StandIn().With("POST", ForVerification, Empty).Start();
        Assert.Empty(await PactsOf(broker));
        Assert.Equal(2, broker.Asked.Count(a => a.StartsWith("POST", StringComparison.Ordinal)));
        Assert.Contains("\"latest\":true", broker.Asked[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pb:pacts")]
    [InlineData("pacts")]
    public async Task ABrokerWithoutSelectorsGivesItsLatest(string relation)
    {
        await using var broker = await new StandIn()
            .With(
                "GET",
                "/pacts/provider/nova-act/latest",
                $$$"""{"_links":{"{{{relation}}}":[{"href":"{url}{{{PactPath}}}"}]}}"""
            )
            .With("GET", PactPath, Pact)
            .Start();
        Assert.Single(await PactsOf(broker));
    }

    [Fact]
    public async Task AResultIsPublishedWithItsVersionAndBranch()
    {
        await using var broker = await new StandIn()
            .With("PUT", "/pacticipants/nova-act/branches/main/versions/1.2", "{}")
            .With("POST", "/results/7", "{}")
            .Start();
        using var client = new BrokerClient(broker.Url, Nobody);
        var result = new VerificationResult(true, "1.2", "main", "0.1");
        await client.Publish(new Uri(broker.Url, "results/7"), "nova-act", result, Cancel);
        Assert.Equal(
            [
                "PUT /pacticipants/nova-act/branches/main/versions/1.2 {}",
                """POST /results/7 {"success":true,"providerApplicationVersion":"1.2","verifiedBy":{"implementation":"conformance","version":"0.1"}}""",
            ],
            broker.Asked
        );
    }

    [Theory]
    [InlineData("PACT_BROKER_TOKEN", "t0ken", "Bearer t0ken")]
    [InlineData("PACT_BROKER_USERNAME", "me", "Basic bWU6cHc=")]
    public async Task CredentialsComeFromTheEnvironment(string variable, string value, string header)
    {
        await using var broker = await new StandIn { Authorization = header }.Start();
        var credentials = BrokerCredentials.From(name =>
            name == variable ? value
            : name == "PACT_BROKER_PASSWORD" ? "pw"
            : null
        );
        using var client = new BrokerClient(broker.Url, credentials);
        Assert.Empty(await client.PactsOf("nova-act", Cancel));
        Assert.DoesNotContain(value, credentials.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheProxyIsAskedForABrokerBehindIt()
    {
        await using var proxy = new LoopbackProxy(new("http://127.0.0.1:1"));
        using var client = new BrokerClient(
            new("http://broker.test/"),
            Nobody,
            ProxyServer.Parse(proxy.Authority, out _)
        );
        await Assert.ThrowsAsync<BrokerException>(() => client.PactsOf("nova-act", Cancel));
        Assert.StartsWith(
            "POST http://broker.test/pacts/",
            Assert.Single(proxy.AskedOtherwise),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"_links":{},"_links":{}}""")]
    [InlineData("DEEP")]
    public async Task WhatOnlyLooksLikeABrokersResponseIsASentence(string response)
    {
        var json = response == "DEEP" ? "{\"a\":" + new string('[', 100_000) : response;
        await using var broker = await new StandIn().With("POST", ForVerification, json).Start();
        var refused = await Assert.ThrowsAsync<BrokerException>(() => PactsOf(broker));
        Assert.Contains("is it a Pact Broker?", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RejectedCredentialsSayWhatToSet()
    {
        await using var broker = await new StandIn { Authorization = "Bearer other" }.Start();
        var refused = await Assert.ThrowsAsync<BrokerException>(() => PactsOf(broker));
        Assert.Contains("set PACT_BROKER_TOKEN", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{"_embedded":{"pacts":[{"_links":{"self":{"href":"http://elsewhere.example/pact"}}}]}}""",
        "elsewhere.example"
    )]
    [InlineData("<html>", "is it a Pact Broker?")]
    [InlineData("[]", "expected a JSON object")]
    public async Task WhatIsNoBrokerIsToldSo(string response, string says)
    {
        await using var broker = await new StandIn().With("POST", ForVerification, response).Start();
        var refused = await Assert.ThrowsAsync<BrokerException>(() => PactsOf(broker));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private static readonly BrokerCredentials Nobody = BrokerCredentials.From(_ => null);

    private static async Task<IReadOnlyList<BrokerPact>> PactsOf(StandIn broker)
    {
        using var client = new BrokerClient(broker.Url, Nobody);
        return await client.PactsOf("nova-act", Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
