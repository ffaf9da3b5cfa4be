using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>Whether a value is of the declared kind.</summary>
internal static class KindPositions
{
    public static ImmutableArray<Position> Of(Member member, TypeIs type)
    {
        var positions = OfKind(member, type);
        // Among the items of an array nothing can be left out: null is of another kind than the one that is documented.
        if (member.Place != Place.Body || type.Kind == JsonKind.Any || member.IsItem)
            return positions;
        // null is missing where the member is required, and in dispute where it is not: no violation of its kind.
        var first = positions[0];
        var withNull = positions.Select(p => p with { Accepts = value => IsNull(value) || p.Accepts(value) });
        return member.IsRequired
            ? [.. withNull]
            :
            [
                .. withNull,
                new(
                    member.InterpretationOn(InterpretationTopic.NullForOptional),
                    "null is of another kind",
                    value => !IsNull(value) && first.Accepts(value)
                ),
            ];
    }

    private static ImmutableArray<Position> OfKind(Member member, TypeIs type) =>
        type.Kind switch
        {
            JsonKind.Any => OfAny(member),
            JsonKind.Integer =>
            [
                Numbers(
                    member,
                    InterpretationTopic.IntegerSpelling,
                    "a whole number, however it is written and however large",
                    NumberText.IsWhole
                ),
                Numbers(
                    member,
                    InterpretationTopic.IntegerSpelling,
                    "digits that fit into 32 bits",
                    NumberText.IsInt32
                ),
            ],
            JsonKind.Number => OfNumber(member),
            JsonKind.String when member.Place == Place.Body && IsFree(member) => FreeTextPositions.Of(member, type),
            JsonKind.Object => ObjectPositions.Of(member, type),
            _ => [new(null, $"of kind {type.Kind}", value => IsOf(type.Kind, member.Place == Place.Body, value))],
        };

    private static ImmutableArray<Position> OfAny(Member member)
    {
        var interpretation = member.InterpretationOn(InterpretationTopic.NullForAny);
        return member.Place == Place.Body
            ?
            [
                new(interpretation, "null is JSON too", _ => true),
                new(interpretation, "null is no value", value => !IsNull(value)),
            ]
            : [new(null, "any text", value => value is JsonText)];
    }

    private static ImmutableArray<Position> OfNumber(Member member)
    {
        ImmutableArray<Position> positions =
        [
            Numbers(member, InterpretationTopic.NumberRange, "whatever JSON writes as a number", NumberText.IsNumber),
            Numbers(
                member,
                InterpretationTopic.NumberRange,
                "what decimals and doubles hold alike",
                NumberText.IsHeldByAll
            ),
        ];
        return member.Find<Minimum>() is not null
            ? positions
            : positions.Add(
                Numbers(
                    member,
                    InterpretationTopic.NegativeNumber,
                    "a number that is not negative",
                    text => text[0] != '-' && NumberText.IsNumber(text)
                )
            );
    }

    /// <summary>Numbers in a body are JSON, elsewhere they are their text.</summary>
    private static Position Numbers(Member member, InterpretationTopic topic, string says, Func<string, bool> accepts)
    {
        var interpretation = member.InterpretationOn(topic);
        return member.Place == Place.Body
            ? new(interpretation, says, value => value is JsonRaw { IsNumber: true } raw && accepts(raw.Text))
            : new(interpretation, says, value => value is JsonText { Value.Length: > 0 } text && accepts(text.Value));
    }

    private static bool IsFree(Member member) => member.Find<Pattern>() is null && member.Find<OneOf>() is null;

    private static bool IsNull(JsonValue value) => value is JsonRaw { IsNull: true };

    private static bool IsOf(JsonKind kind, bool isInBody, JsonValue value) =>
        (kind, value) switch
        {
            (JsonKind.String, JsonText) or (JsonKind.Array, JsonArray) => true,
            (JsonKind.Boolean, JsonRaw { Text: "true" or "false" }) => isInBody,
            (JsonKind.Boolean, JsonText { Value: "true" or "false" }) => !isInBody,
            _ => false,
        };
}
