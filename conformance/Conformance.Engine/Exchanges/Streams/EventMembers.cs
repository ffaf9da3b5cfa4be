using System.Text.Json;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>Looks at the members of events.</summary>
internal static class EventMembers
{
    /// <summary>
    /// Whether every event of a kind that a document describes is an object with all the members that the document gives
    /// it, each of its type. That is no more than D3:51 prints; what companions add has requirements of its own.
    /// </summary>
    public static CheckResult AreDocumented(FlowStream stream, EventStream kinds)
    {
        var documented = stream
            .Events.Select(e => (Event: e, Kind: kinds.KindOf(e)))
            .Where(e => e.Kind is { Level: Level.Must })
            .ToImmutableArray();
        var duties = documented.Select(e => e.Kind!).Distinct().ToDictionary(kind => kind, DutiesOf);
        return new CheckResult(
            documented.Length > 0,
            documented.Select(e => Problem(e.Event, e.Kind!, duties[e.Kind!])).FirstOrDefault(p => p is not null)
        ).Within(documented.Select(e => e.Event.Unread).FirstOrDefault(limit => limit is not null));
    }

    private static ImmutableArray<(MemberPath Path, Constraint Constraint)> DutiesOf(EventKind kind) =>
        [
            .. from member in kind.Members
            let path = MemberPath.Of(member, kind.Members)
            from constraint in member.Constraints
            where constraint is Required || constraint is TypeIs { Level: Level.Must }
            select (path, constraint),
        ];

    private static string? Problem(
        FlowEvent @event,
        EventKind kind,
        ImmutableArray<(MemberPath Path, Constraint Constraint)> duties
    )
    {
        if (@event.Unread is not null)
            return null;
        // D3:51 prints exceptions without members, so that without a payload they are whole.
        if (kind.Members.All(m => !m.IsRequired) && @event is { Payload: null, Problem: null })
            return null;
        if (@event.Payload is not { ValueKind: JsonValueKind.Object } payload)
            return $"{kind.Name}: {NoObject(@event)}";
        return duties
            .Select(d => ResponseMembers.In(payload, d.Path, d.Constraint).Problem)
            .FirstOrDefault(p => p is not null);
    }

    private static string NoObject(FlowEvent @event) =>
        @event switch
        {
            { Problem: { } problem } => $"expected {problem}",
            { Payload: { } payload } => $"a payload that is {payload.ValueKind} and no object",
            _ => "no payload",
        };
}
