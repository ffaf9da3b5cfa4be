using Conformance.Schemas;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>What events are by the schema.</summary>
internal static class EventRoles
{
    /// <summary>
    /// The documented kind of this event, or null. What the encoding calls an exception is no output, whatever its name; an
    /// initial response is no event of the operation.
    /// </summary>
    public static EventKind? KindOf(this EventStream kinds, FlowEvent @event) =>
        kinds.Find(@event.Name) is { } kind && Fits(kind, @event.Kind) ? kind : null;

    /// <summary>Its role; null for kinds that nothing documents.</summary>
    public static EventRole? RoleOf(this EventStream kinds, FlowEvent @event) => kinds.KindOf(@event)?.Role;

    /// <summary>The events of this role, in order.</summary>
    public static ImmutableArray<FlowEvent> Of(this EventStream kinds, EventRole role, FlowStream stream) =>
        [.. stream.Events.Where(e => kinds.RoleOf(e) == role)];

    // A documented exception that comes as an ordinary event is one all the same: its name says so.
    private static bool Fits(EventKind kind, FlowEventKind said) =>
        said switch
        {
            FlowEventKind.Event => true,
            FlowEventKind.Exception => kind.Role == EventRole.Exception,
            _ => false,
        };
}
