namespace Conformance.Engine.Exchanges.Streams;

/// <summary>What reading the events of a body came to.</summary>
/// <param name="Events">The events that were read, in order.</param>
/// <param name="Fault">What kept the rest from being read; null where nothing did, or a limit of the kit.</param>
/// <param name="Unread">That limit, in words that follow "a response".</param>
internal sealed record EventReading(ImmutableArray<FlowEvent> Events, StreamFault? Fault, string? Unread)
{
    /// <summary>Each takes half a kilobyte and is looked at a dozen times.</summary>
    internal const int MostEvents = 10_000;

    internal const string TooMany = "with more than the 10,000 events that the kit looks at";
}
