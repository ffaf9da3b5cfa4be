using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>Which values count as the declared object.</summary>
internal static class ObjectPositions
{
    public static ImmutableArray<Position> Of(Member member, TypeIs type)
    {
        var positions = ImmutableArray.Create(new Position(null, "of kind Object", value => value is JsonObject));
        if (type.Interpretations.Contains("R31"))
            positions = [new("R31", "any JSON", _ => true), new("R31", "only an object", value => value is JsonObject)];
        if (MayLackItsMembers(member))
            positions = positions.Add(new("R22", "an empty object holds nothing", IsFilled));
        if (MayHaveNoEntries(member))
            positions = positions.Add(new("R32", "an empty object is none", IsFilled));
        if (member.KeyedBy is not null)
            positions = positions.Add(new("R25", "only ids that the target knows, which no schema tells", _ => false));
        return positions;
    }

    /// <summary>Whether interpretation R22 touches what the object has to hold.</summary>
    public static bool MayLackItsMembers(Member member) =>
        member.Members.Any(inner => inner.Find<Required>()?.Interpretations.Contains("R22") is true);

    /// <summary>Whether a target may demand entries (interpretation R32).</summary>
    public static bool MayHaveNoEntries(Member member) =>
        member.KeyedBy is not null && member.Find<Optional>()?.Interpretations.Contains("R32") is true;

    private static bool IsFilled(JsonValue value) => value is JsonObject { Properties.Length: > 0 };
}
