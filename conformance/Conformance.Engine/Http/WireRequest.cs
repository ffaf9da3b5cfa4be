using Conformance.Generators.Dimensions;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>A request as the suite wants it on the wire, byte for byte.</summary>
/// <param name="Method">HTTP method, in the case in which it is to be sent.</param>
/// <param name="Target">Path and query exactly as to be sent, from "/"; the client puts the base URL's path in front.</param>
/// <param name="Headers">
/// Header lines in order. Host, User-Agent, Content-Type and Content-Length are added where they are missing here.
/// Characters up to U+00FF are sent as one byte each.
/// </param>
/// <param name="Body">Bytes of the body; null when the request has none.</param>
public sealed record WireRequest(
    string Method,
    string Target,
    ImmutableArray<Header> Headers,
    ReadOnlyMemory<byte>? Body
)
{
    /// <summary>Value of the Content-Type header as it is to be sent; null: no such header at all.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether it is written to a socket as it stands, because a client library would tidy it up.</summary>
    public bool NeedsRawSocket { get; init; }

    /// <summary>How its lines and bytes stand on the connection; all but the usual framing go through a raw socket.</summary>
    public Framing Framing { get; init; }

    /// <summary>A Content-Length other than the body's, in bytes; it is sent through a raw socket.</summary>
    public int? DeclaredLength { get; init; }

    /// <summary>Whether a success of the operation is a stream, so that it is read as one whatever its content type.</summary>
    public bool ExpectsStream { get; init; }

    /// <summary>Whether a response that asks for patience is the response that is waited for, so that it is not sent again.</summary>
    public bool MayBeThrottledForGood { get; init; }

    /// <summary>Whether a server error is judged as it is, so that it is not sent again to see whether the error passes.</summary>
    public bool MayFault { get; init; }

    /// <summary>Whether it is sent at once with others: then it is not sent again either, but a rare server error still counts as passing.</summary>
    public bool IsAtOnceWithOthers { get; init; }

    /// <summary>
    /// From the first byte sent to the last byte of the body received; null: as long as <see cref="TargetClientOptions.RequestTimeout"/>.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the client leaves it unsigned; one that carries its own Authorization never is signed.</summary>
    public bool IsUnsigned { get; init; }
}
