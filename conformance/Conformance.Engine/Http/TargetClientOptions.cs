namespace Conformance.Engine.Http;

/// <summary>How patiently, how fast and how much: the limits of a client.</summary>
public sealed record TargetClientOptions
{
    /// <summary>Bytes of a body that are kept unless somebody says otherwise, coded or unpacked.</summary>
    public const int UsualBodyBytes = 1 << 20;

    /// <summary>The same for streams.</summary>
    public const int UsualStreamBytes = 8 << 20;

    /// <summary>
    /// From the first byte sent to the last byte of the body received; default 30 s, more than 0, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests per second over all callers, evenly spread; null: no limit. At least 1.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>Bytes of a response's body that are kept; where more come, the connection is dropped. Default 1 MiB.</summary>
    public int MaxBodyBytes { get; init; } = UsualBodyBytes;

    /// <summary>
    /// The same for streams: a document of 1 MB comes back in one output and in traces, each character as an escape of six
    /// bytes at worst. Default 8 MiB.
    /// </summary>
    public int MaxStreamBytes { get; init; } = UsualStreamBytes;

    /// <summary>
    /// How long a stream may say nothing once its head has come; null: as long as <see cref="RequestTimeout"/> allows. No
    /// document bounds how long a node of a flow may take, so that is the default.
    /// </summary>
    public TimeSpan? StreamIdleTimeout { get; init; }

    /// <summary>The longest pause that a target's Retry-After can ask for; default 10 s.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The first pause after a throttled response that names none; it doubles each time. Default 200 ms.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How often one request is sent while it is being throttled, the first time included; default 5.</summary>
    public int AttemptsOnThrottling { get; init; } = 5;

    /// <summary>Value of the User-Agent header of requests that bring none; default <c>conformance/</c>version.</summary>
    public string UserAgent { get; init; } =
        "conformance/" + typeof(TargetClientOptions).Assembly.GetName().Version?.ToString(3);

    /// <summary>Headers whose values are recorded as <c>‹redacted›</c>, those that the signer names come on top.</summary>
    public ImmutableHashSet<string> SecretHeaders { get; init; } = Reports.Secrecy.SecretHeaders.Names;

    /// <summary>
    /// Version of HTTP: 1.1, or 2 for https. What HTTP/2 can't carry or servers may reset, such as a malformed request,
    /// is sent in HTTP/1.1 all the same.
    /// </summary>
    public Version HttpVersion { get; init; } = System.Net.HttpVersion.Version11;

    /// <summary>Whether any TLS certificate is accepted: for targets on one's own machine only.</summary>
    public bool TrustsAnyCertificate { get; init; }

    /// <summary>The proxy that every connection goes through; null for none. It is asked for a tunnel, also for http.</summary>
    public ProxyServer? Proxy { get; init; }

    internal void ThrowIfOutOfRange()
    {
        if (RequestTimeout != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RequestTimeout, TimeSpan.Zero);
        if (RequestsPerSecond is { } perSecond)
            ArgumentOutOfRangeException.ThrowIfLessThan(perSecond, 1, nameof(RequestsPerSecond));
        ArgumentOutOfRangeException.ThrowIfNegative(MaxBodyBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxBodyBytes, 1 << 30);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxStreamBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxStreamBytes, 1 << 30);
        if (StreamIdleTimeout is { } idle)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(idle, TimeSpan.Zero, nameof(StreamIdleTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestRetryAfter, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(FirstBackoff, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(AttemptsOnThrottling, 1);
    }
}
