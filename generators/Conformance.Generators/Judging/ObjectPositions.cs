using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>Which values count as the declared object.</summary>
internal static class ObjectPositions
{
    public static ImmutableArray<Position> Of(Member member, TypeIs type)
    {
        var positions = ImmutableArray.Create(new Position(null, "of kind Object", value => value is JsonObject));
        if (type.Touches(InterpretationTopic.AnyJson))
            positions =
            [
                On(InterpretationTopic.AnyJson, "any JSON", _ => true),
                On(InterpretationTopic.AnyJson, "only an object", value => value is JsonObject),
            ];
        if (MayLackItsMembers(member))
            positions = positions.Add(On(InterpretationTopic.EmptyObject, "an empty object holds nothing", IsFilled));
        if (MayHaveNoEntries(member))
            positions = positions.Add(On(InterpretationTopic.NoEntries, "an empty object is none", IsFilled));
        if (member.KeyedBy is not null)
            positions = positions.Add(
                On(InterpretationTopic.UnknownKey, "only ids that the target knows, which no schema tells", _ => false)
            );
        return positions;

        Position On(InterpretationTopic topic, string says, Func<JsonValue, bool> accepts) =>
            new(member.InterpretationOn(topic), says, accepts);
    }

    /// <summary>Whether readers differ on the object without what it has to hold.</summary>
    public static bool MayLackItsMembers(Member member) =>
        member.Members.Any(inner => inner.Find<Required>()?.Touches(InterpretationTopic.EmptyObject) is true);

    /// <summary>Whether a target may demand entries.</summary>
    public static bool MayHaveNoEntries(Member member) =>
        member.KeyedBy is not null && member.Find<Optional>()?.Touches(InterpretationTopic.NoEntries) is true;

    private static bool IsFilled(JsonValue value) => value is JsonObject { Properties.Length: > 0 };
}
