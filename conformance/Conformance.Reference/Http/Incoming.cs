using Microsoft.AspNetCore.Http;

namespace Conformance.Reference.Http;

/// <summary>A request as it arrived, before anybody has interpreted it.</summary>
/// <param name="Method">HTTP method, as sent.</param>
/// <param name="RawTarget">The request target, byte for byte as sent: nothing decoded, no dot segment removed.</param>
/// <param name="Headers">Header lines; valid only while the request is being handled.</param>
/// <param name="Body">Bytes of the body; empty when there is none or when <paramref name="BodyRejection"/> is there.</param>
/// <param name="BodyRejection">Why the body could not be received (too large, broken framing), or null.</param>
public sealed record Incoming(
    string Method,
    string RawTarget,
    IHeaderDictionary Headers,
    ReadOnlyMemory<byte> Body,
    Rejection? BodyRejection = null
)
{
    /// <summary>What all requests on one connection have in common, and no others; empty where there is no connection.</summary>
    public string Connection { get; init; } = "";

    /// <summary>The lengths of the parts in which the body came off the connection, none of them empty.</summary>
    public ImmutableArray<int> Parts { get; init; } = [];
}
