using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Conformance.Reference.Tests;

/// <summary>A server of a test's own, with a client that sends what it is told and tidies nothing up.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private readonly HttpClient client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
        }
    );

    private Emulator(ReferenceServer server) => Server = server;

    public ReferenceServer Server { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Emulator> StartAsync(ReferenceOptions? options = null) =>
        new(await ReferenceServer.StartAsync(options ?? new ReferenceOptions(), Stop));

    /// <summary>A server with one definition, called <c>demo</c>.</summary>
    public static async Task<Emulator> WithDemoAsync(ReferenceOptions? options = null)
    {
        var emulator = await StartAsync(options);
        Assert.Equal(201, (await emulator.PutAsync(Valid.Definitions, """{"name":"demo"}""")).Status);
        return emulator;
    }

    public Task<Reply> GetAsync(string target) => SendAsync("GET", target);

    public Task<Reply> DeleteAsync(string target) => SendAsync("DELETE", target);

    public Task<Reply> PutAsync(string target, string json) => SendAsync("PUT", target, Encoding.UTF8.GetBytes(json));

    public Task<Reply> PostAsync(string target, string json = "{}") =>
        SendAsync("POST", target, Encoding.UTF8.GetBytes(json));

    public Task<Reply> SendAsync(
        string method,
        string target,
        byte[]? body = null,
        string? contentType = "application/json",
        Action<HttpRequestMessage>? prepare = null
    )
    {
        var request = Request(method, target);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (contentType is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
        prepare?.Invoke(request);
        return SendAsync(request);
    }

    public HttpRequestMessage Request(string method, string target)
    {
        var raw = Server.BaseAddress.GetLeftPart(UriPartial.Authority) + target;
        var asIs = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return new HttpRequestMessage(new HttpMethod(method), new Uri(raw, asIs));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Server.DisposeAsync();
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, Stop);
        var bytes = await response.Content.ReadAsByteArrayAsync(Stop);
        return new Reply((int)response.StatusCode, response.Headers, response.Content.Headers, bytes);
    }
}

/// <summary>What came back.</summary>
internal sealed record Reply(int Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Bytes)
{
    public MediaTypeHeaderValue? ContentType => ContentHeaders.ContentType;

    public IEnumerable<string> AllowedMethods => ContentHeaders.Allow;

    public JsonElement Json => JsonElement.Parse(Bytes);

    public string? Error => Headers.TryGetValues("X-Amzn-ErrorType", out var values) ? values.Single() : null;

    public string? RequestId => Headers.TryGetValues("x-amzn-RequestId", out var values) ? values.Single() : null;

    public string? Text(string member) =>
        Json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The names in the error's list of fields, in one text.</summary>
    public string Fields =>
        string.Join(' ', Json.GetProperty("fieldList").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
}
