using System.Text.Json.Nodes;
using Conformance.Engine.Http;

namespace Conformance.Contracts.Broker;

/// <summary>What the kit asks of a Pact Broker.</summary>
/// <param name="baseUrl">The broker.</param>
/// <param name="credentials">Who asks; they are sent to nobody else.</param>
/// <param name="proxy">The proxy that leads there; null for none.</param>
public sealed class BrokerClient(Uri baseUrl, BrokerCredentials credentials, ProxyServer? proxy = null) : IDisposable
{
    private const string PublishLink = "pb:publish-verification-results";
    private const string LatestOfAll = """{"consumerVersionSelectors":[{"latest":true}]}""";

    private const string MainAndDeployed =
        """{"consumerVersionSelectors":[{"mainBranch":true},{"deployedOrReleased":true}]}""";

    private readonly BrokerResources resources = new(baseUrl, credentials, proxy);

    /// <summary>
    /// The pacts of a provider's consumers: those of main branches and of what is deployed or released; where there are
    /// none, the latest of each consumer. None where the broker doesn't know the provider.
    /// </summary>
    /// <exception cref="BrokerException">It doesn't respond as a broker does.</exception>
    public async Task<ImmutableArray<BrokerPact>> PactsOf(string provider, CancellationToken cancel)
    {
        var links = await Selected(provider, MainAndDeployed, cancel);
        if (links.IsEmpty)
            links = await Selected(provider, LatestOfAll, cancel);
        if (links.IsEmpty)
            links = await Latest(provider, cancel);
        var pacts = ImmutableArray.CreateBuilder<BrokerPact>();
        foreach (var link in links)
        {
            var pact = await resources.Get(link, cancel);
            pacts.Add(new BrokerPact(link, pact.ToJsonString(), resources.LinkIn(pact, PublishLink)));
        }
        return pacts.ToImmutable();
    }

    /// <summary>Publishes a result, and says which branch the version is from where it has one.</summary>
    /// <param name="publish">Where the pact's results are taken.</param>
    /// <param name="provider">The provider's name.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="BrokerException">It is not taken.</exception>
    public async Task Publish(Uri publish, string provider, VerificationResult result, CancellationToken cancel)
    {
        if (result.Branch is { } branch)
        {
            var url = resources.At("pacticipants", provider, "branches", branch, "versions", result.Version);
            await resources.Send(HttpMethod.Put, url, "{}", cancel);
        }
        var body = new JsonObject
        {
            ["success"] = result.IsSuccess,
            ["providerApplicationVersion"] = result.Version,
            ["verifiedBy"] = new JsonObject { ["implementation"] = "conformance", ["version"] = result.KitVersion },
        };
        await resources.Send(HttpMethod.Post, publish, body.ToJsonString(), cancel);
    }

    public void Dispose() => resources.Dispose();

    private async Task<ImmutableArray<Uri>> Selected(string provider, string selectors, CancellationToken cancel)
    {
        var url = resources.At("pacts", "provider", provider, "for-verification");
        var found = await resources.Find(HttpMethod.Post, url, selectors, cancel);
        var pacts = found?["_embedded"]?["pacts"] as JsonArray ?? [];
        return [.. pacts.Select(pact => resources.LinkIn(pact, "self")).OfType<Uri>()];
    }

    /// <summary>For brokers from before there were selectors.</summary>
    private async Task<ImmutableArray<Uri>> Latest(string provider, CancellationToken cancel)
    {
        var url = resources.At("pacts", "provider", provider, "latest");
        var found = await resources.Find(HttpMethod.Get, url, null, cancel);
        var links = found?["_links"];
        var pacts = links?["pb:pacts"] as JsonArray ?? links?["pacts"] as JsonArray ?? [];
        return [.. pacts.Select(resources.Target).OfType<Uri>()];
    }
}
