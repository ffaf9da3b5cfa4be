using System.Diagnostics.CodeAnalysis;
using Conformance.Reports;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>A response as the stream of events that it holds.</summary>
/// <param name="Encoding">How the events are written.</param>
/// <param name="Events">The events that could be read, in order.</param>
/// <param name="Fault">What kept the rest from being read; null where everything was.</param>
[SuppressMessage(
    "Naming",
    "CA1711:Identifiers should not have incorrect suffix",
    Justification = "The protocol calls it an event stream; it is data, which nobody takes for a System.IO.Stream."
)]
public sealed record FlowStream(StreamEncoding Encoding, ImmutableArray<FlowEvent> Events, StreamFault? Fault)
{
    /// <summary>What kept the stream from ending; null where it ended.</summary>
    public TransportFailure? BrokenOff { get; init; }

    /// <summary>
    /// The limit of the kit that kept it from reading the rest, in words that follow "a response"; null where it read all
    /// there is. What was not read may be right.
    /// </summary>
    public string? Unread { get; init; }
}

/// <summary>The ways to write events into a body.</summary>
public enum StreamEncoding
{
    /// <summary>Frames of <c>application/vnd.amazon.eventstream</c>.</summary>
    Frames,

    /// <summary>JSON objects: one, several one after the other, or an array of them.</summary>
    Json,
}
