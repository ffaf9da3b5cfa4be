using System.Text.Json;
using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Streams;

namespace Conformance.Suite.Proving;

/// <summary>Finds a member of a response's body, wherever it lives, and holds it against a constraint.</summary>
public static class ResponseMembers
{
    /// <summary>
    /// Whether the constraint holds everywhere the member can be. A member that is absent, and a body that is no JSON
    /// object, break only that it has to be there; they show nothing of its other constraints.
    /// </summary>
    public static Look At(Exchange exchange, ImmutableArray<Member> top, Member member, Constraint constraint)
    {
        if (exchange.Json() is { ValueKind: JsonValueKind.Object } body)
            return In(body, top, member, constraint);
        return constraint is Required && top.Contains(member)
            ? new(true, $"a body that is no JSON object{Because(exchange)}: {exchange.InWords()}")
            : default;
    }

    private static string Because(Exchange exchange) =>
        exchange is { Response: { IsTruncated: false } response, StreamedError: null }
            ? NoObject.Because(response.Body.Span)
            : "";

    /// <summary>The same in the events of this kind that the answer's stream holds.</summary>
    public static Look InEvents(Exchange exchange, EventKind kind, Member member, Constraint constraint)
    {
        var looks = StreamDecoder
            .Decode(exchange.Response!)
            .Events.Where(e => e.Name == kind.Name && e.Payload is { ValueKind: JsonValueKind.Object })
            .Select(e => In(e.Payload!.Value, kind.Members, member, constraint))
            .ToList();
        return new(looks.Any(l => l.IsShown), looks.Select(l => l.Problem).FirstOrDefault(p => p is not null));
    }

    /// <summary>The same in an object.</summary>
    public static Look In(JsonElement body, ImmutableArray<Member> top, Member member, Constraint constraint)
    {
        var members = top.SelectMany(m => m.SelfAndBelow()).ToDictionary(m => m.Path);
        var values = Places(body, member, members)
            .Where(v => constraint is Required || v is { ValueKind: not JsonValueKind.Null })
            .ToList();
        var problem = values.Select(v => Holds.Problem(constraint, v)).FirstOrDefault(p => p is not null);
        return new(values.Count > 0, problem is null ? null : $"{member.Path}: {problem}");
    }

    /// <summary>Every place where the member is or should be; null where it is absent from a parent that is there.</summary>
    private static IEnumerable<JsonElement?> Places(JsonElement body, Member member, Dictionary<string, Member> members)
    {
        if (ParentOf(member, members) is not { } parent)
            return [Property(body, member.WireName)];
        var containers = Places(body, parent, members).OfType<JsonElement>();
        return member.Name == "[]"
            ? containers
                .Where(c => c.ValueKind == JsonValueKind.Array)
                .SelectMany(c => c.EnumerateArray().Select(item => (JsonElement?)item))
            : containers.Where(c => c.ValueKind == JsonValueKind.Object).Select(c => Property(c, member.WireName));
    }

    private static Member? ParentOf(Member member, Dictionary<string, Member> members) =>
        members.Values.FirstOrDefault(m => m.Members.Any(child => child.Path == member.Path));

    private static JsonElement? Property(JsonElement container, string name) => Saw.Member(container, name);
}
