using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Schemas;
using Conformance.Suite.Proving;

namespace Conformance.Suite.Streams;

/// <summary>Looks at the members of events.</summary>
public static class EventMembers
{
    /// <summary>Whether this constraint holds in every event of this kind; nothing is shown where there is none.</summary>
    public static Look At(FlowStream stream, EventStream kinds, EventKind kind, Member member, Constraint constraint)
    {
        var looks = stream
            .Events.Where(e => kinds.KindOf(e) == kind)
            .Select(e => At(e, kind, member, constraint))
            .ToImmutableArray();
        return new(looks.Any(l => l.IsShown), looks.Select(l => l.Problem).FirstOrDefault(p => p is not null));
    }

    /// <summary>Whether it holds in this event.</summary>
    public static Look At(FlowEvent @event, EventKind kind, Member member, Constraint constraint)
    {
        if (@event.Payload is not { ValueKind: JsonValueKind.Object } payload)
            return constraint is Required && kind.Members.Contains(member)
                ? Look.At($"{kind.Name}: {NoObject(@event)}")
                : default;
        var seen = ResponseMembers.In(payload, kind.Members, member, constraint);
        return seen.Problem is { } problem ? Look.At(problem) : seen;
    }

    /// <summary>
    /// Whether every event of a kind that a document describes is an object with all the members that the document gives
    /// it, each of its type. That is no more than D3:51 prints; what companions add has requirements of its own.
    /// </summary>
    public static Look AreDocumented(FlowStream stream, EventStream kinds)
    {
        var documented = stream
            .Events.Select(e => (Event: e, Kind: kinds.KindOf(e)))
            .Where(e => e.Kind is { Level: Level.Must })
            .ToImmutableArray();
        return new(
            documented.Length > 0,
            documented.Select(e => Problem(e.Event, e.Kind!)).FirstOrDefault(p => p is not null)
        );
    }

    private static string? Problem(FlowEvent @event, EventKind kind)
    {
        // D3:51 prints exceptions without members, so that without a payload they are whole.
        if (kind.Members.All(m => !m.IsRequired) && @event is { Payload: null, Problem: null })
            return null;
        if (@event.Payload is not { ValueKind: JsonValueKind.Object } payload)
            return $"{kind.Name}: {NoObject(@event)}";
        var looks =
            from member in kind.Members
            from constraint in member.Constraints
            where constraint is Required || constraint is TypeIs { Level: Level.Must }
            select ResponseMembers.In(payload, kind.Members, member, constraint).Problem;
        return looks.FirstOrDefault(p => p is not null);
    }

    private static string NoObject(FlowEvent @event) =>
        @event switch
        {
            { Problem: { } problem } => $"expected {problem}",
            { Payload: { } payload } => $"a payload that is {payload.ValueKind} and no object",
            _ => "no payload",
        };
}
