using Conformance.Schemas;

namespace Conformance.Generators.Bodies;

/// <summary>Bodies with members that are unknown, repeated or misspelt.</summary>
internal static class MemberNames
{
    public static IEnumerable<BrokenBody> Repeated(JsonValue body, ImmutableArray<Member> members) =>
        members.SelectMany(member => Repeated(body, member));

    public static IEnumerable<BrokenBody> Misspelt(JsonValue body, ImmutableArray<Member> members) =>
        members
            .Where(member => member.IsRequired && body.At(member.Path) is not null)
            .Take(1)
            .Select(member => Misspelt(body, member));

    public static IEnumerable<BrokenBody> Unknown(JsonValue body, ImmutableArray<Member> members, Draw draw)
    {
        var name = "unknown" + draw.For("unknown-member").Tag();
        var objects = members
            .SelectMany(member => member.SelfAndBelow())
            // An object whose members no document lists has no unknown ones.
            .Where(member => member.Members.Length > 0 && body.At(member.Path) is JsonObject);
        yield return Unknown(body, "", name);
        foreach (var member in objects)
            yield return Unknown(body, member.Path, name);
    }

    private static BrokenBody Unknown(JsonValue body, string parent, string name)
    {
        var path = parent.Length == 0 ? name : $"{parent}.{name}";
        var label = parent.Length == 0 ? "unknown-member" : $"unknown-member-in-{parent}";
        return Body(
            BodyViolation.UnknownMember,
            label,
            body.With(path, new JsonText("x")),
            $"the unknown member {path}",
            path
        );
    }

    private static IEnumerable<BrokenBody> Repeated(JsonValue body, Member member)
    {
        if (body is not JsonObject { Properties: var properties } || body.At(member.Path) is not { } value)
            yield break;
        var same = new JsonObject(properties.Add(new JsonProperty(member.Name, value)));
        yield return Body(
            BodyViolation.RepeatedMember,
            $"repeated-{member.Name}",
            same,
            $"{member.Name} twice with the same value",
            member.Path
        );
        var other = new JsonObject(properties.Insert(0, new JsonProperty(member.Name, JsonValue.Null)));
        yield return Body(
            BodyViolation.RepeatedMember,
            $"repeated-{member.Name}-null-first",
            other,
            $"{member.Name} twice, first as null",
            member.Path
        );
    }

    private static BrokenBody Misspelt(JsonValue body, Member member)
    {
        var name = char.ToUpperInvariant(member.Name[0]) + member.Name[1..];
        var misspelt = body.Without(member.Path).With(name, body.At(member.Path)!);
        return Body(
            BodyViolation.MisspeltMember,
            $"misspelt-{member.Name}",
            misspelt,
            $"{name} in place of {member.Name}",
            member.Path
        );
    }

    private static BrokenBody Body(BodyViolation kind, string label, JsonValue body, string says, string path) =>
        new(body.ToUtf8(), BodyBreaks.Json, label, says, kind, false) { Path = path };
}
