using Conformance.Reports;

namespace Conformance.Engine.Webhooks;

/// <summary>A request that arrived at the receiver, whatever it is like.</summary>
/// <param name="ArrivedAt">When its head had arrived.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query byte for byte as received.</param>
/// <param name="Headers">Header lines.</param>
/// <param name="Body">Bytes of the body, up to the receiver's limit.</param>
public sealed record Delivery(
    DateTimeOffset ArrivedAt,
    string Method,
    string Target,
    ImmutableArray<Header> Headers,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>Whether the body went on past the receiver's limit.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Why the body did not arrive whole, in words; null where it did. Its sender may well try again.</summary>
    public string? Broken { get; init; }

    /// <summary>
    /// Whether the body arrived whole and as it is: what is compressed, cut, or nested deeper than the kit reads, shows nothing.
    /// </summary>
    public bool IsLegible =>
        Broken is null
        && !IsTruncated
        && !JsonNesting.IsBeyondTheKit(Body.Span)
        && Values("Content-Encoding").All(v => v.Equals("identity", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it can be a webhook: safe methods (RFC 9110, 9.2.1) only ask whether there is a receiver.</summary>
    public bool IsWebhook => Broken is null && Method is not ("GET" or "HEAD" or "OPTIONS" or "TRACE");

    /// <summary>The only header of this name, without regard to case; null where there is none or more than one.</summary>
    public string? Header(string name) => Values(name) is [var only] ? only : null;

    /// <summary>The values of all headers of this name, without regard to case, in order.</summary>
    public ImmutableArray<string> Values(string name) =>
        [.. Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value)];
}
