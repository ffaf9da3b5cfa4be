using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Engine.Http;
using Conformance.Reports.Text;

namespace Conformance.Contracts.Broker;

/// <summary>A broker's resources, linked with each other as HAL has it.</summary>
internal sealed class BrokerResources : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly TimeSpan LongestResponse = TimeSpan.FromSeconds(30);

    private readonly Uri baseUrl;
    private readonly HttpClient client;
    private readonly string wayThere;

    public BrokerResources(Uri baseUrl, BrokerCredentials credentials, ProxyServer? proxy)
    {
        wayThere = proxy is null ? "" : $" through the proxy {proxy}";
        this.baseUrl = new Uri(baseUrl.AbsoluteUri.TrimEnd('/') + '/');
        var handler = new SocketsHttpHandler
        {
            // A redirection could lead the credentials elsewhere.
            AllowAutoRedirect = false,
            UseProxy = proxy is not null,
            Proxy = proxy?.ForClients(),
        };
        client = new HttpClient(handler) { Timeout = LongestResponse };
        client.DefaultRequestHeaders.Authorization = credentials.Authorization;
        client.DefaultRequestHeaders.Accept.ParseAdd("application/hal+json");
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public void Dispose() => client.Dispose();

    /// <summary>The URL with these segments below the broker's.</summary>
    public Uri At(params ReadOnlySpan<string> segments)
    {
        var path = new StringBuilder();
        foreach (var segment in segments)
            path.Append(path.Length > 0 ? "/" : "").Append(Uri.EscapeDataString(segment));
        return new Uri(baseUrl, path.ToString());
    }

    /// <summary>The resource; it has to be there.</summary>
    public async Task<JsonObject> Get(Uri url, CancellationToken cancel) =>
        await Find(HttpMethod.Get, url, null, cancel)
        ?? throw new BrokerException($"the broker links to {url}, and has nothing there");

    /// <summary>The resource; null where there is none.</summary>
    public async Task<JsonObject?> Find(HttpMethod method, Uri url, string? body, CancellationToken cancel)
    {
        var (status, text) = await Ask(method, url, body, cancel);
        if (status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
            return null;
        Demand(url, status);
        return Parsed(url, text);
    }

    /// <summary>Sends what has to be taken.</summary>
    public async Task Send(HttpMethod method, Uri url, string body, CancellationToken cancel)
    {
        var (status, _) = await Ask(method, url, body, cancel);
        Demand(url, status);
    }

    /// <summary>Where this link of the resource leads; null where it has none.</summary>
    public Uri? LinkIn(JsonNode? resource, string relation) => Target(resource?["_links"]?[relation]);

    /// <summary>Where a link leads.</summary>
    /// <exception cref="BrokerException">Away from the broker, or nowhere.</exception>
    public Uri? Target(JsonNode? link)
    {
        if (link is not JsonObject found || found["href"]?.ToString() is not { } href)
            return null;
        if (!Uri.TryCreate(baseUrl, href, out var url))
            throw new BrokerException($"expected a URL in the broker's links, got '{Shortened.OnALine(href)}'");
        return url.Authority == baseUrl.Authority && url.Scheme == baseUrl.Scheme
            ? url
            : throw new BrokerException(
                $"the broker at {baseUrl} links to {url.GetLeftPart(UriPartial.Authority)}, and its credentials are for nobody else; "
                    + "give that address as --broker, or correct the broker's own base URL"
            );
    }

    private async Task<(HttpStatusCode Status, string Text)> Ask(
        HttpMethod method,
        Uri url,
        string? body,
        CancellationToken cancel
    )
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        try
        {
            using var response = await client.SendAsync(request, cancel);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            throw new BrokerException($"the broker at {baseUrl} is out of reach{wayThere}: {e.Message}", e);
        }
    }

    private static void Demand(Uri url, HttpStatusCode status)
    {
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw new BrokerException(
                $"the broker rejects the credentials for {url}; set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD"
            );
        if ((int)status is < 200 or >= 300)
            throw new BrokerException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"expected a success of {url}, got {(int)status}; is it a Pact Broker?"
                )
            );
    }

    private static JsonObject Parsed(Uri url, string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) as JsonObject
                ?? throw new BrokerException($"expected a JSON object at {url}");
        }
        catch (JsonException e)
        {
            throw new BrokerException($"expected JSON at {url}, got something else; is it a Pact Broker?", e);
        }
    }
}
