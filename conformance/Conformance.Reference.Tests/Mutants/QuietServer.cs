using System.Text;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Mutants;
using Conformance.Reference.Pennsieve;
using Microsoft.AspNetCore.Http;

namespace Conformance.Reference.Tests.Mutants;

/// <summary>
/// A server without a socket. Its clock stands still, its timers go off at once, its identifiers are counted, and its
/// runs end before the next request: the same requests get the same responses, byte for byte. It keeps all of them, and
/// all webhooks.
/// </summary>
internal sealed class QuietServer : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly List<string> transcript = [];
    private readonly List<string> webhooks = [];
    private readonly ReferenceOptions options;
    private readonly Mounts mounts;
    private readonly PennsieveApi pennsieve;

    /// <summary>A server of this implementation.</summary>
    public QuietServer(Implementation implementation)
    {
        options = implementation.Change(
            new ReferenceOptions
            {
                Time = new ImpatientClock(Now),
                NewRunId = new Serial().NextGuid,
                NewRequestId = new Serial().NextGuid,
                PennsieveOptions = new PennsieveOptions
                {
                    CallbackTimeout = Timeout.InfiniteTimeSpan,
                    NewCallbackHandler = () => new Receiver(webhooks),
                },
            }
        );
        mounts = ReferenceServer.Mount(options);
        pennsieve = mounts.Claims.Select(mount => mount.Owned).OfType<PennsieveApi>().Single();
    }

    /// <summary>All that was said so far.</summary>
    public IReadOnlyList<string> Transcript => transcript;

    /// <summary>Sends a request with the credentials that are asked for.</summary>
    public Task<QuietResponse> AskAsync(
        string method,
        string target,
        string body = "",
        string type = "application/json"
    ) => AskAsync(method, target, Encoding.UTF8.GetBytes(body), type);

    /// <inheritdoc cref="AskAsync(string, string, string, string)"/>
    public Task<QuietResponse> AskAsync(string method, string target, byte[] body, string type = "application/json")
    {
        var headers = new HeaderDictionary { ["Host"] = "reference", ["Content-Type"] = type };
        return AskAsync(WithCredentials(new Incoming(method, target, headers, body)));
    }

    /// <summary>Sends a request without credentials.</summary>
    public Task<QuietResponse> AskAsAStrangerAsync(string method, string target) =>
        AskAsync(new Incoming(method, target, new HeaderDictionary { ["Host"] = "reference" }, default));

    public ValueTask DisposeAsync() => mounts.DisposeAsync();

    private async Task<QuietResponse> AskAsync(Incoming request)
    {
        var response = await mounts.RespondAsync(request, Emulator.Stop);
        var body = await ReceiveAsync(response);
        await pennsieve.IdleAsync();
        transcript.Add($"{request.Method} {request.RawTarget} {response.Status} {InWords(response.Headers)}\n{body}");
        transcript.AddRange(webhooks);
        webhooks.Clear();
        return new QuietResponse(response.Status, body);
    }

    /// <summary>The body, each byte of it a character, and whether it breaks off.</summary>
    private static async Task<string> ReceiveAsync(Response response)
    {
        var body = new StringBuilder(Encoding.Latin1.GetString(response.Body.Span));
        try
        {
            var chunks = response.Chunks ?? AsyncEnumerable.Empty<ReadOnlyMemory<byte>>();
            await foreach (var chunk in chunks.WithCancellation(Emulator.Stop))
                body.Append(Encoding.Latin1.GetString(chunk.Span)).Append('|');
        }
        catch (Exception e) when (!Emulator.Stop.IsCancellationRequested)
        {
            body.Append("breaks off: ").Append(e.GetType().Name);
        }
        return body.ToString();
    }

    private static string InWords(IEnumerable<KeyValuePair<string, string>> headers) =>
        string.Join(' ', headers.Select(h => $"{h.Key}:{h.Value}"));

    private Incoming WithCredentials(Incoming request)
    {
        if (options.PennsieveOptions.BearerToken is { } token)
            request.Headers.Authorization = $"Bearer {token}";
        if (options.Credentials is { } key)
            Sign(request, key);
        return request;
    }

    private void Sign(Incoming request, AwsCredentials key)
    {
        string[] signed = ["host", "x-amz-date"];
        var service = request.RawTarget.StartsWith("/flows", StringComparison.Ordinal) ? "bedrock" : "nova-act";
        var scope = new SignatureScope("20300102T030405Z", options.Region, service);
        request.Headers["X-Amz-Date"] = scope.Time;
        request.Headers.Authorization =
            $"AWS4-HMAC-SHA256 Credential={key.AccessKeyId}/{scope}, SignedHeaders={string.Join(';', signed)}, "
            + $"Signature={SignatureV4.Sign(request, signed, scope, key.SecretAccessKey)}";
    }

    /// <summary>Shows one time. Nobody who waits on it waits.</summary>
    private sealed class ImpatientClock(DateTimeOffset time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(
                callback,
                state,
                dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero,
                Timeout.InfiniteTimeSpan
            );
    }

    /// <summary>Keeps what webhooks say.</summary>
    private sealed class Receiver(List<string> webhooks) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var body = await request.Content!.ReadAsStringAsync(ct);
            webhooks.Add($"{request.Method} {request.RequestUri} {request.Headers} {request.Content.Headers}\n{body}");
            return new HttpResponseMessage();
        }
    }
}

/// <summary>What was said to a request.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body, each byte of it a character.</param>
internal sealed record QuietResponse(int Status, string Body)
{
    /// <summary>A text member of the body; null where it has none.</summary>
    public string? Text(string member)
    {
        try
        {
            var body = JsonElement.Parse(Body);
            return
                body.ValueKind == JsonValueKind.Object
                && body.TryGetProperty(member, out var value)
                && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
