using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>Values on which careful readers differ, each with the reading's id.</summary>
internal static class Disputes
{
    public static IEnumerable<(Sample Sample, string Reading)> Of(Shape shape, Draw draw)
    {
        var member = shape.Member;
        var disputes = Null(member);
        if (member.Kind == JsonKind.Integer)
            disputes = disputes.Concat(Integers(member.Place));
        if (member.Kind != JsonKind.String || member.Find<OneOf>() is not null)
            return disputes;
        return shape.Language is { } language
            ? disputes.Concat(language.IsDisputed ? Anchors(shape, language, draw) : [])
            : disputes.Concat(IllFormed(member.Place)).Concat(Lengths(member));
    }

    private static IEnumerable<(Sample, string)> Null(Member member)
    {
        var sample = new Sample(JsonValue.Null, "null", "null");
        if (member.Place == Place.Body && member.Kind == JsonKind.Any)
            yield return (sample, "R22");
        else if (member.Place == Place.Body && !member.IsRequired)
            yield return (sample, "R8");
    }

    private static IEnumerable<(Sample, string)> Integers(Place place) =>
        new[]
        {
            ("1.0", "one-point-zero", "1.0 for an integer"),
            ("1e0", "exponent", "1e0 for an integer"),
            ("2147483648", "beyond-32-bits", "one more than 32 bits hold"),
            ("-2147483649", "below-32-bits", "one less than 32 bits hold"),
            ("99999999999999999999", "beyond-64-bits", "more than 64 bits hold"),
        }.Select(value =>
            (
                new Sample(
                    place == Place.Body ? new JsonRaw(value.Item1) : new JsonText(value.Item1),
                    value.Item2,
                    value.Item3
                ),
                "R12"
            )
        );

    private static IEnumerable<(Sample, string)> IllFormed(Place place)
    {
        yield return (Text("a\0b", "nul", "a NUL inside"), "R19");
        if (place != Place.Body)
            yield break;
        yield return (Text("a\uD800b", "lone-high-surrogate", "a high surrogate alone"), "R19");
        yield return (Text("a\uDC00b", "lone-low-surrogate", "a low surrogate alone"), "R19");
    }

    private static IEnumerable<(Sample, string)> Lengths(Member member)
    {
        if (member.Find<MaxLength>() is { } max)
        {
            yield return (Repeated("é", max.Limit, "long-in-bytes", "the maximum in characters, more in bytes"), "R4");
            yield return (
                Repeated("😀", max.Limit, "long-in-units", "the maximum in characters, more in UTF-16"),
                "R4"
            );
        }
        if (member.Find<MinLength>() is { Limit: > 1 } min)
            yield return (Repeated("😀", min.Limit - 1, "short-in-characters", "short only in characters"), "R4");
    }

    // Reading R2: by the letter of ^A|B$ a legal beginning or a legal end is enough.
    private static IEnumerable<(Sample, string)> Anchors(Shape shape, PatternLanguage language, Draw draw)
    {
        foreach (var length in shape.Lengths.Take(1).Concat(shape.Lengths.TakeLast(1)).Distinct())
        {
            if (shape.Make(length, draw.For($"length-{length}"))?.Value is not { } text)
                continue;
            var around = new[] { ("before", "!" + text), ("after", text + "!") };
            foreach (var (place, value) in around.Where(v => !language.Refuses(v.Item2) && !language.Contains(v.Item2)))
                yield return (Text(value, $"more-{place}-{length}", $"something more {place} a legal value"), "R2");
        }
    }

    private static Sample Repeated(string character, int count, string label, string says) =>
        Text(string.Concat(Enumerable.Repeat(character, count)), label, $"{count} × {character}: {says}");

    private static Sample Text(string value, string label, string says) => new(new JsonText(value), label, says);
}
