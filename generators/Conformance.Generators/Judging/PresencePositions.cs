using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>Whether null is a value, none, or a mistake.</summary>
internal static class PresencePositions
{
    /// <summary>null is no value, except where any JSON is one (interpretation R22).</summary>
    public static ImmutableArray<Position> OfRequired(Member member) =>
        member.Kind == JsonKind.Any
            ? [new("R22", "null is a value like any other", _ => true), new("R22", "null is no value", IsThere)]
            : [new(null, "null is no value", IsThere)];

    /// <summary>Interpretation R8.</summary>
    public static ImmutableArray<Position> OfOptional() =>
        [new("R8", "null is as if it were absent", _ => true), new("R8", "null is invalid", IsThere)];

    private static bool IsThere(JsonValue value) => value is not JsonRaw { IsNull: true };
}
