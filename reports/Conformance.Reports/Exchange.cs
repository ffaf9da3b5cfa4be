using System.Text.Json.Serialization;

namespace Conformance.Reports;

/// <summary>A header line as it went over the wire.</summary>
public readonly record struct Header(string Name, string Value);

/// <summary>A request as it was sent.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Absolute URL, its path byte for byte as sent.</param>
/// <param name="Headers">Header lines, secrets already redacted.</param>
/// <param name="Body">Bytes of the body; null when the request has none.</param>
public sealed record SentRequest(string Method, string Url, ImmutableArray<Header> Headers, Body? Body);

/// <summary>A response as it was received.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Header lines.</param>
/// <param name="Body">Bytes of the body, up to the kit's limit.</param>
/// <param name="IsTruncated">Whether the body went on past that limit.</param>
public record ReceivedResponse(int Status, ImmutableArray<Header> Headers, Body Body, bool IsTruncated)
{
    /// <summary>
    /// Of a stream: when its bytes came, in order, to within a thousandth of the time allowed. Null where the response was
    /// read as one whole.
    /// </summary>
    public ImmutableArray<Arrival>? Arrivals { get; init; }

    /// <summary>
    /// Of a stream: what kept it from ending, with all that came before in <see cref="Body"/>. Null where it ended, or went
    /// on past the kit's limit.
    /// </summary>
    public TransportFailure? BrokenOff { get; init; }

    /// <summary>
    /// Of a stream that ran out of time: whether its bytes were still coming, so that nobody knows how it would have ended.
    /// Only to judge it by: reports do without.
    /// </summary>
    [JsonIgnore]
    public bool WasStillComing { get; init; }

    /// <summary>The first header of this name, without regard to case, or null.</summary>
    public string? Header(string name)
    {
        foreach (var header in Headers)
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        return null;
    }
}

/// <summary>Bytes of a stream that came together.</summary>
/// <param name="Offset">Index of the first of them in the body.</param>
/// <param name="Milliseconds">From the first byte of the request sent to these received.</param>
public readonly record struct Arrival(int Offset, double Milliseconds);

/// <summary>Why no usable response came.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Detail">What the network layer said.</param>
public sealed record TransportFailure(TransportFailureKind Kind, string Detail);

/// <summary>The ways in which an exchange can end without a usable response.</summary>
public enum TransportFailureKind
{
    /// <summary>Name not resolved, connection refused or not established.</summary>
    Unreachable,

    /// <summary>The TLS handshake failed.</summary>
    Tls,

    /// <summary>No complete response within the time allowed.</summary>
    Timeout,

    /// <summary>The connection ended before the response did.</summary>
    Disconnected,

    /// <summary>What came is not HTTP.</summary>
    Malformed,
}

/// <summary>One request and what became of it: a response, or a transport failure.</summary>
/// <param name="Request">What was sent.</param>
/// <param name="Response">What came back; null exactly when <paramref name="Failure"/> is there.</param>
/// <param name="Failure">Why nothing usable came back.</param>
/// <param name="Milliseconds">From the first byte sent to the last byte received.</param>
/// <param name="Attempts">How often it was sent: more than once after 429, a lost connection or a passing fault.</param>
public sealed record Exchange(
    SentRequest Request,
    ReceivedResponse? Response,
    TransportFailure? Failure,
    double Milliseconds,
    int Attempts = 1
)
{
    /// <summary>The error that ended the response's stream of events after a success status; null where none did.</summary>
    public StreamedError? StreamedError { get; init; }

    /// <summary>Whether the response is about a quota of the target that is used up.</summary>
    [JsonIgnore]
    public bool IsOverQuota { get; init; }

    /// <summary>Whether a connection was lost with an earlier attempt, which the target may have carried out all the same.</summary>
    public bool WasLost { get; init; }

    /// <summary>The server error that an earlier attempt got, where this one got another response; null where none did.</summary>
    public ReceivedResponse? PassingFault { get; init; }
}

/// <summary>An error that came as an event of a stream that had begun as a success.</summary>
/// <param name="Name">Name of the event: <c>validationException</c>.</param>
/// <param name="Status">Status of the same error over HTTP; null where no document names one.</param>
/// <param name="Payload">The event's payload as text.</param>
public sealed record StreamedError(string Name, int? Status, string Payload);
