using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>
/// A response that is read once, however many look at it. What was read is kept as long as the response itself; a copy, such
/// as the cut one that is kept as evidence, is read anew. A coded body is unpacked: whoever says nothing of codings has to
/// take any (RFC 9110, 12.5.3).
/// </summary>
internal sealed record ReadOnce : ReceivedResponse
{
    // Both are immutable: two readers at once give the same, and one of them stays.
    private FlowStream? _stream;
    private JsonReading? _json;

    // Why the body could not be unpacked, which is none of the target's faults.
    private readonly string? _packed;

    private ReadOnce(ReceivedResponse response, string? packed)
        : base(response) => _packed = packed;

    private ReadOnce(ReadOnce copied)
        : base(copied) { }

    /// <summary>The events that it holds.</summary>
    internal FlowStream Stream => _stream ??= Unpacked(StreamDecoder.Read(this));

    /// <summary>The JSON value that it is.</summary>
    internal JsonReading Json =>
        _json ??= _packed is null ? WholeJson.Read(this) : JsonReading.Nothing with { Unread = _packed };

    private FlowStream Unpacked(FlowStream stream) =>
        _packed is null ? stream : stream with { Events = [], Fault = null, Unread = _packed };

    /// <summary>The exchange, with a response that is read once.</summary>
    internal static Exchange Of(Exchange exchange)
    {
        if (exchange.Response is null or ReadOnce)
            return exchange;
        var response = Of(exchange.Response);
        return exchange with
        {
            Response = response,
            PassingFault = exchange.PassingFault switch
            {
                null => null,
                var fault when ReferenceEquals(fault, exchange.Response) => response,
                var fault => Of(fault),
            },
        };
    }

    private static ReadOnce Of(ReceivedResponse response)
    {
        // A coding that is claimed and was not applied is no use to anybody, and harms nobody.
        if (!ContentCoding.IsClaimed(response) || IsReadable(response))
            return new ReadOnce(response, packed: null);
        if (response.IsTruncated || response.BrokenOff is not null)
            return new ReadOnce(response, "in a content coding that did not come to its end");
        var isStream = response.Arrivals is not null;
        var (bytes, why) = ContentCoding.Undo(
            response,
            isStream ? TargetClientOptions.UsualStreamBytes : TargetClientOptions.UsualBodyBytes
        );
        // When a byte came can't be told of what was unpacked.
        return why is null
            ? new ReadOnce(response with { Body = bytes, Arrivals = isStream ? [] : null }, packed: null)
            : new ReadOnce(response, why);
    }

    private static bool IsReadable(ReceivedResponse response) =>
        response.Arrivals is null
            ? WholeJson.Read(response) is { Problem: null }
            : StreamDecoder.Read(response) is { Fault: null };

    /// <summary>What was received counts, not what has been read of it.</summary>
    public bool Equals(ReadOnce? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
