using System.Text.Json;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>One event of a stream, however it was encoded.</summary>
/// <param name="Name">Its name: <c>outputEvent</c>, <c>invalid</c>; of an error its code.</param>
/// <param name="Kind">What the stream says that it is.</param>
/// <param name="Payload">Its payload; null where it is empty or no JSON.</param>
public sealed record FlowEvent(string Name, FlowEventKind Kind, JsonElement? Payload)
{
    /// <summary>Which message of the stream it came in, from 0: events of one JSON object came together, in no order.</summary>
    public required int Turn { get; init; }

    /// <summary>Index in the body of the first byte of its frame or JSON object.</summary>
    public required int Offset { get; init; }

    /// <summary>When the last byte of its frame or JSON object came, from the first byte of the request sent; null where that is unknown.</summary>
    public double? AtMilliseconds { get; init; }

    /// <summary>Why the payload can't be read, in words; null where it can or there is none.</summary>
    public string? Problem { get; init; }

    /// <summary>Why the kit does not read the payload, which is none of the target's faults; null where it does.</summary>
    public string? Unread { get; init; }
}

/// <summary>What a stream says that an event is.</summary>
public enum FlowEventKind
{
    /// <summary>An event of the operation.</summary>
    Event,

    /// <summary>An error of the operation's documentation.</summary>
    Exception,

    /// <summary>An error of no documentation: the encoding allows it at any time.</summary>
    Error,

    /// <summary>The response's other members, that some protocols send ahead; no event of the operation.</summary>
    InitialResponse,
}
