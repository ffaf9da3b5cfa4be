using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Contracts.Provider;
using Conformance.Engine.Configuration;
using Conformance.Engine.Http;

namespace Conformance.Cli.Contracts;

/// <summary>Somebody else's endpoint for provider states, as Pact's verifiers call them.</summary>
internal static class StateEndpoint
{
    /// <summary>Asks the endpoint at this address, through the environment's proxy where it has one for it.</summary>
    /// <exception cref="ConfigurationException">What should name a proxy names none.</exception>
    public static BringElsewhere At(Uri url, Func<string, string?> environment)
    {
        var route = Route.To(url, new ProxySetting.OfEnvironment(), environment, new SecretReader(environment));
        return (state, cancel) => Ask(url, route.Proxy, state, cancel);
    }

    private static async Task<StateReply> Ask(Uri url, ProxyServer? proxy, WantedState state, CancellationToken cancel)
    {
        var asked = new JsonObject
        {
            ["action"] = "setup",
            ["state"] = state.Name,
            ["params"] = state.Parameters.DeepClone(),
        };
        try
        {
            using var client = new HttpClient(
                new SocketsHttpHandler { UseProxy = proxy is not null, Proxy = proxy?.ForClients() }
            );
            using var response = await client.PostAsJsonAsync(url, asked, cancel);
            if (!response.IsSuccessStatusCode)
                return new StateReply(null, $"{url} responded with {(int)response.StatusCode}");
            var body = await response.Content.ReadAsStringAsync(cancel);
            // Whatever is no object gives no values; a bare 200 is usual.
            return new StateReply(body.TrimStart().StartsWith('{') ? JsonNode.Parse(body) as JsonObject : [], null);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            return new StateReply(null, $"{url}: {e.Message}");
        }
    }
}
