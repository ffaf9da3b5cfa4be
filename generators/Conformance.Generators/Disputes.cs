using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>Values on which careful readers differ, each with the interpretation's id.</summary>
internal static class Disputes
{
    public static IEnumerable<(Sample Sample, string Interpretation)> Of(TextDomain shape, Draw draw)
    {
        var member = shape.Member;
        var disputes = Null(member).Concat(OfKind(member)).Concat(EmptySegment(member));
        return member.Kind == JsonKind.String && member.Find<OneOf>() is null
            ? disputes.Concat(DisputedTexts.Of(shape, draw))
            : disputes;
    }

    /// <summary>Whether the member has such values.</summary>
    public static bool Exist(Member member) =>
        Null(member).Any() || OfKind(member).Any() || EmptySegment(member).Any() || DisputedTexts.Exist(member);

    private static IEnumerable<(Sample, string)> OfKind(Member member) =>
        member.Kind switch
        {
            JsonKind.Integer => Integers(member),
            JsonKind.Number => Numbers(member),
            JsonKind.Object => DisputedObjects.Of(member),
            _ => [],
        };

    private static IEnumerable<(Sample, string)> Null(Member member)
    {
        var sample = new Sample(JsonValue.Null, "null", "null");
        if (member.Place == Place.Body && member.Kind == JsonKind.Any)
            yield return (sample, member.InterpretationOn(InterpretationTopic.NullForAny));
        else if (member is { Place: Place.Body, IsRequired: false, IsItem: false })
            yield return (sample, member.InterpretationOn(InterpretationTopic.NullForOptional));
    }

    private static IEnumerable<(Sample, string)> EmptySegment(Member member)
    {
        if (member.Place == Place.Path && member.Find<MinLength>() is { Limit: 0 })
            yield return (
                Text("", "empty-segment", "an empty segment"),
                member.InterpretationOn(InterpretationTopic.EmptySegment)
            );
    }

    private static IEnumerable<(Sample, string)> Integers(Member member) =>
        Written(
            member,
            InterpretationTopic.IntegerSpelling,
            ("1.0", "one-point-zero", "1.0 for an integer"),
            ("1e0", "exponent", "1e0 for an integer"),
            ("2147483648", "beyond-32-bits", "one more than 32 bits hold"),
            ("-2147483649", "below-32-bits", "one less than 32 bits hold"),
            ("99999999999999999999", "beyond-64-bits", "more than 64 bits hold")
        );

    private static IEnumerable<(Sample, string)> Numbers(Member member)
    {
        var atTheEnds = Written(
            member,
            InterpretationTopic.NumberRange,
            ("-0.0", "negative-zero", "negative zero"),
            ("1e308", "near-the-largest", "1e308, near the largest that a double holds"),
            ("1e309", "beyond-a-double", "1e309, more than a double holds"),
            ("5e-324", "the-least", "5e-324, the least above zero that a double holds")
        );
        return member.Find<Minimum>() is not null
            ? atTheEnds
            : atTheEnds.Concat(
                Written(member, InterpretationTopic.NegativeNumber, ("-1", "negative", "a negative number"))
            );
    }

    private static IEnumerable<(Sample, string)> Written(
        Member member,
        InterpretationTopic topic,
        params (string Text, string Label, string Says)[] numbers
    ) =>
        numbers.Select(number =>
            (
                new Sample(
                    member.Place == Place.Body ? new JsonRaw(number.Text) : new JsonText(number.Text),
                    number.Label,
                    number.Says
                ),
                member.InterpretationOn(topic)
            )
        );

    private static Sample Text(string value, string label, string says) => new(new JsonText(value), label, says);
}
