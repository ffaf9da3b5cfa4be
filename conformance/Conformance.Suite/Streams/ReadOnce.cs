using Conformance.Reports;

namespace Conformance.Suite.Streams;

/// <summary>
/// A response that is read once, however many look at it. What was read is kept as long as the response itself; a copy, such
/// as the cut one that is kept as evidence, is read anew.
/// </summary>
internal sealed record ReadOnce : ReceivedResponse
{
    // Both are immutable: two readers at once give the same, and one of them stays.
    private FlowStream? _stream;
    private JsonReading? _json;

    private ReadOnce(ReceivedResponse response)
        : base(response) { }

    private ReadOnce(ReadOnce copied)
        : base(copied) { }

    /// <summary>The events that it holds.</summary>
    internal FlowStream Stream => _stream ??= StreamDecoder.Read(this);

    /// <summary>The JSON value that it is.</summary>
    internal JsonReading Json => _json ??= WholeJson.Read(this);

    /// <summary>The exchange, with a response that is read once.</summary>
    internal static Exchange Of(Exchange exchange)
    {
        if (exchange.Response is null or ReadOnce)
            return exchange;
        var response = new ReadOnce(exchange.Response);
        return exchange with
        {
            Response = response,
            PassingFault = ReferenceEquals(exchange.PassingFault, exchange.Response) ? response : exchange.PassingFault,
        };
    }

    /// <summary>What was received counts, not what has been read of it.</summary>
    public bool Equals(ReadOnce? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
