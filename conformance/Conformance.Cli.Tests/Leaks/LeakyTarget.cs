using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reports.Tests.Secrecy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Conformance.Cli.Tests.Leaks;

/// <summary>
/// A target that puts secrets into every place that it fills: headers and their names, error names, messages, ids,
/// streams, webhooks. It spells them another way each time, and rejects every deletion.
/// </summary>
internal sealed class LeakyTarget : IAsyncDisposable
{
    private static readonly ImmutableArray<string> Ways = [.. Spellings.All.Keys.Order(StringComparer.Ordinal)];

    private readonly ImmutableArray<string> _secrets;

    // What can be the name of a header (RFC 9110, 5.6.2).
    private readonly ImmutableArray<string> _nameable;
    private readonly WebApplication _app;
    private readonly HttpClient _webhooks = new();
    private readonly ConcurrentBag<Task> _calls = [];
    private int _turn;

    private LeakyTarget(ImmutableArray<string> secrets)
    {
        _secrets = secrets;
        _nameable = secrets.RemoveAll(s =>
            s.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_' or '~'))
        );
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(k =>
            {
                k.AddServerHeader = false;
                k.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
            });
        _app = builder.Build();
        _app.Run(Respond);
    }

    public string Url => _app.Urls.Single();

    /// <summary>How many requests came.</summary>
    public int Requests => _turn;

    public static async Task<LeakyTarget> Start(ImmutableArray<string> secrets)
    {
        var target = new LeakyTarget(secrets);
        await target._app.StartAsync(TestContext.Current.CancellationToken);
        return target;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _webhooks.CancelPendingRequests();
        await Task.WhenAll(_calls);
        _webhooks.Dispose();
    }

    private async Task Respond(HttpContext context)
    {
        var turn = Interlocked.Increment(ref _turn);
        var leak = Leak(turn);
        using var sent = new MemoryStream();
        await context.Request.Body.CopyToAsync(sent);
        var response = context.Response;
        response.Headers["X-Leak"] = Printable(leak);
        response.Headers["X-Plain"] = _secrets[turn % _secrets.Length];
        response.Headers[_nameable[turn % _nameable.Length]] = "a name";
        response.Headers["Set-Cookie"] = $"session={Printable(leak)}";
        context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = "leak";
        var isStream = context.Request.Path.StartsWithSegments("/flows", StringComparison.Ordinal);
        var (status, type, body) = (isStream, context.Request.Method, turn % 5) switch
        {
            (_, "DELETE", _) => (500, "application/json", Error(leak)),
            (_, _, 0) => (400, "application/json", Error(leak)),
            (_, _, 1) => (200, "application/json", Encoding.Latin1.GetBytes($"no JSON: {leak}")),
            (true, _, var kind) => (200, "application/vnd.amazon.eventstream", Stream(leak, kind)),
            _ => (201, "application/json", Accepted(leak, turn)),
        };
        response.StatusCode = status;
        response.ContentType = type;
        await response.Body.WriteAsync(body);
        await response.CompleteAsync();
        // Not within the request: the connection would be held up by a receiver that responds late.
        _calls.Add(Call(Encoding.UTF8.GetString(sent.ToArray()), leak));
    }

    private string Leak(int turn) =>
        Spellings.All[Ways[turn % Ways.Length]](_secrets[turn / Ways.Length % _secrets.Length]);

    private static byte[] Error(string leak) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, object>
            {
                ["__type"] = leak,
                ["message"] = $"{new string('x', 140)} {leak}",
                ["reason"] = leak,
                [leak] = "a name",
            }
        );

    private static byte[] Accepted(string leak, int turn) =>
        Encoding.Latin1.GetBytes(
            $$"""{"status":"RUNNING","workflowRunId":"{{turn}}-{{Quoted(leak)}}","id":"{{turn}}-{{Quoted(leak)}}","runId":"{{Quoted(leak)}}"}"""
        );

    private static byte[] Stream(string leak, int kind)
    {
        var payload = Encoding.Latin1.GetBytes(
            $$"""{"message":"{{Quoted(leak)}}","content":{"document":"{{Quoted(leak)}}"},"nodeName":"{{Quoted(leak)}}"}"""
        );
        return kind == 2
            ? Frame.Write([new(":message-type", "exception"), new(":exception-type", leak)], payload)
            :
            [
                .. Frame.Write([new(":message-type", "event"), new(":event-type", "flowOutputEvent")], payload),
                .. Frame.Write(
                    [new(":message-type", "error"), new(":error-code", leak), new(":error-message", leak)],
                    []
                ),
            ];
    }

    /// <summary>Calls back at once, whatever was asked.</summary>
    private async Task Call(string body, string leak)
    {
        var from = body.IndexOf("http://127.0.0.1", StringComparison.Ordinal);
        if (from < 0)
            return;
        var url = body[from..body.IndexOf('"', from)];
        using var webhook = new HttpRequestMessage(HttpMethod.Post, $"{url}?leak={Uri.EscapeDataString(leak)}");
        webhook.Headers.TryAddWithoutValidation("X-Leak", Printable(leak));
        webhook.Headers.TryAddWithoutValidation(_nameable[0], "a name");
        webhook.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={_secrets[^1]}/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature={new string('a', 64)}"
        );
        webhook.Content = new ByteArrayContent(Error(leak));
        try
        {
            (await _webhooks.SendAsync(webhook)).Dispose();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // The run may not wait for it.
        }
    }

    private static string Quoted(string text) =>
        string.Concat(text.Select(c => c is '"' or < ' ' ? $"\\u{(int)c:x4}" : $"{c}"));

    private static string Printable(string text) => string.Concat(text.Where(c => c is >= ' ' and < '\u007f'));
}
