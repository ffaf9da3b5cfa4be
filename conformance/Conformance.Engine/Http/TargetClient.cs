using System.Net;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>
/// The one way out to a target: keeps to the rate, signs, chooses the transport, repeats what was throttled, lost or failed in passing,
/// and counts. Safe for concurrent callers.
/// </summary>
public sealed class TargetClient : IDisposable
{
    // After so many requests in a row that were throttled to the end, the next ones get one attempt each, until one passes.
    private const int ExhaustedInARow = 3;

    private static readonly UriCreationOptions AsItStands = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    private readonly Uri baseUrl;
    private readonly string origin;
    private readonly string pathInFront;
    private readonly TargetClientOptions options;
    private readonly ISigner? signer;
    private readonly TimeProvider time;
    private readonly Pace pace;
    private readonly RestSharpTransport usual;
    private readonly RawSocketTransport raw;
    private readonly bool hasSockets;
    private readonly bool speaksHttp2;
    private int requestsSent;
    private int throttled;
    private int exhausted;
    private readonly PassingFaults passing = new();
    private int lost;

    /// <param name="baseUrl">Absolute http or https URL; its path is put in front of every target.</param>
    /// <param name="options">Limits.</param>
    /// <param name="signer">Who signs the requests; null: nobody.</param>
    /// <param name="time">The clock for timeouts, rate, pauses and signatures.</param>
    /// <param name="handler">
    /// What carries the requests instead of sockets; it stays the caller's. Requests for a raw socket don't go through it:
    /// <see cref="CanSend"/> tells them apart.
    /// </param>
    /// <exception cref="ArgumentException">The base URL or a limit is of no use.</exception>
    public TargetClient(
        Uri baseUrl,
        TargetClientOptions options,
        ISigner? signer,
        TimeProvider time,
        HttpMessageHandler? handler = null
    )
    {
        ThrowIfNotABase(baseUrl);
        options.ThrowIfOutOfRange();
        this.baseUrl = baseUrl;
        origin = $"{baseUrl.Scheme}://{HeaderLines.HostOf(baseUrl)}";
        pathInFront = baseUrl.AbsolutePath.TrimEnd('/');
        this.options = options with { SecretHeaders = options.SecretHeaders.Union(signer?.SecretHeaders ?? []) };
        this.signer = signer;
        this.time = time;
        pace = new Pace(options.RequestsPerSecond, time);
        usual = new RestSharpTransport(this.options, time, handler);
        raw = new RawSocketTransport(this.options, time);
        hasSockets = handler is null;
        speaksHttp2 = options.HttpVersion == HttpVersion.Version20;
    }

    /// <summary>How many requests went out, repeats included.</summary>
    public int RequestsSent => Volatile.Read(ref requestsSent);

    /// <summary>How many responses asked for patience: 429, or 503 with Retry-After.</summary>
    public int Throttled => Volatile.Read(ref throttled);

    /// <summary>How many connections were closed without a response, so that the request was sent again.</summary>
    public int Lost => Volatile.Read(ref lost);

    /// <summary>How many server errors were gone when the same request was sent again.</summary>
    public int PassingFaults => passing.Count;

    /// <summary>Whether requests go over connections, so that they can be framed in any way.</summary>
    internal bool HasSockets => hasSockets;

    /// <summary>
    /// Whether there is a way for this request. A handler is no raw socket; handlers read the target from a
    /// <see cref="Uri"/>, which rewrites some; and in-process hosts throw at an encoded NUL before they ask the target.
    /// </summary>
    public bool CanSend(WireRequest request) =>
        hasSockets || (!RawOnly.Applies(request) && SurvivesAHandler(request.Target));

    /// <summary>Sends a request, repeats included; what became of the last attempt comes back.</summary>
    /// <param name="request">The request; its target without the base URL's path.</param>
    /// <param name="cancellation">The caller's own.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="InvalidOperationException">There is no way for it: <see cref="CanSend"/>.</exception>
    public async Task<Exchange> Send(WireRequest request, CancellationToken cancellation)
    {
        if (!CanSend(request))
            // Whatever listens at the base URL, it is not what the handler leads to.
            throw new InvalidOperationException(
                "expected a request that a handler can carry, got one that only a socket can; ask CanSend before"
            );
        if (pathInFront.Length > 0 && request.Target.StartsWith('/'))
            request = request with { Target = pathInFront + request.Target };
        var wasLost = false;
        ReceivedResponse? fault = null;
        for (var attempts = 1; ; attempts++)
        {
            cancellation.ThrowIfCancellationRequested();
            await pace.Turn(cancellation);
            var attempt = await SendOnce(request, needsOwnConnection: wasLost, cancellation);
            var isLost = attempt.IsLostWithoutResponse && !wasLost;
            if (isLost)
            {
                wasLost = true;
                Interlocked.Increment(ref lost);
            }
            if (fault is null && !request.MayFault && passing.MayBe(attempt.Exchange.Response, RequestsSent))
            {
                if (request.IsAtOnceWithOthers)
                    return attempt.Exchange with { WasLost = wasLost, PassingFault = passing.Taken(attempt.Exchange) };
                fault = attempt.Exchange.Response;
                continue;
            }
            if (!isLost && (request.MayBeThrottledForGood || !MustWait(attempt.Exchange.Response, attempts)))
                return attempts == 1
                    ? attempt.Exchange
                    : attempt.Exchange with
                    {
                        Attempts = attempts,
                        WasLost = wasLost,
                        PassingFault = passing.Noted(fault, attempt.Exchange.Response),
                    };
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        usual.Dispose();
        raw.Dispose();
    }

    private Task<Attempt> SendOnce(WireRequest request, bool needsOwnConnection, CancellationToken cancellation)
    {
        Interlocked.Increment(ref requestsSent);
        var signed = Signed(request);
        // A server may close a kept connection at any time, even without a word before (RFC 9112, 9.3): what was lost on one
        // goes over a connection of its own, so that nothing but the target can lose it again.
        // The socket speaks HTTP/1.1, so what HTTP/2 lost goes the way it went.
        return GoesOverASocket(signed) || (needsOwnConnection && hasSockets && !speaksHttp2)
            ? raw.Try(baseUrl, signed, cancellation)
            : usual.Try(baseUrl, signed, cancellation);
    }

    // HTTP/2 lets a server reset what it takes for malformed (RFC 9113, 8.1.1), and some do at a NUL.
    private bool GoesOverASocket(WireRequest request) =>
        RawOnly.Applies(request) || (speaksHttp2 && HasEncodedNul(request.Target));

    private static bool HasEncodedNul(string target) => target.Contains("%00", StringComparison.Ordinal);

    private bool SurvivesAHandler(string target) =>
        !HasEncodedNul(target)
        && Uri.TryCreate(origin + pathInFront + target, UriKind.Absolute, out var url)
        && url.PathAndQuery == pathInFront + target;

    // What is no request line at all can't be signed, and is sent to see it rejected.
    private WireRequest Signed(WireRequest request)
    {
        if (signer is null || request.IsUnsigned || request.Headers.Has("Authorization"))
            return request;
        if (!RawOnly.IsToken(request.Method) || !request.Target.StartsWith('/'))
            return request;
        if (!Uri.TryCreate(origin + request.Target, in AsItStands, out var url))
            return request;
        return request with { Headers = request.Headers.AddRange(signer.Sign(url, request, time.GetUtcNow())) };
    }

    private bool MustWait(ReceivedResponse? response, int attempts)
    {
        if (response is null || !RetryAfter.IsAskedFor(response))
        {
            if (response is not null)
                Volatile.Write(ref exhausted, 0);
            return false;
        }
        Interlocked.Increment(ref throttled);
        var allowed = Volatile.Read(ref exhausted) < ExhaustedInARow ? options.AttemptsOnThrottling : 1;
        if (attempts >= allowed)
        {
            Interlocked.Increment(ref exhausted);
            return false;
        }
        pace.Pause(RetryAfter.PauseAfter(response, attempts, time.GetUtcNow(), options));
        return true;
    }

    private static void ThrowIfNotABase(Uri baseUrl)
    {
        var isUsable =
            baseUrl.IsAbsoluteUri
            && (baseUrl.Scheme == Uri.UriSchemeHttp || baseUrl.Scheme == Uri.UriSchemeHttps)
            && baseUrl is { Query: "", Fragment: "", UserInfo: "" };
        if (!isUsable)
            throw new ArgumentException(
                "expected an absolute http or https URL without user, query and fragment as base URL; "
                    + "give credentials as the target's auth, not in the URL",
                nameof(baseUrl)
            );
    }
}
