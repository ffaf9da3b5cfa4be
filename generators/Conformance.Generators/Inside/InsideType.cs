using Conformance.Generators.Texts;
using Conformance.Schemas;
using FsCheck.Fluent;

namespace Conformance.Generators.Inside;

/// <summary>Values of a kind that implementations tend to reject.</summary>
internal static class InsideType
{
    private const int LongestRandomText = 60;

    public static IEnumerable<Sample> Of(TextDomain shape, JsonKind kind, Draw draw) =>
        kind switch
        {
            JsonKind.Integer => Integers(shape.Member.Place),
            JsonKind.Number => Numbers(shape.Member.Place),
            JsonKind.Boolean => [Raw("true", "true", shape.Member.Place), Raw("false", "false", shape.Member.Place)],
            JsonKind.String when shape.Language is null => Texts().Concat(RandomTexts(shape, draw)),
            JsonKind.Any => InsideAny.Of(draw),
            _ => [],
        };

    private static IEnumerable<Sample> Integers(Place place) =>
        [
            Raw("0", "zero", place),
            Raw("1", "one", place),
            Raw("-1", "negative", place),
            Raw("2147483647", "largest-32-bit", place),
            Raw("-2147483648", "smallest-32-bit", place),
        ];

    private static IEnumerable<Sample> Numbers(Place place) =>
        [
            Raw("0", "zero", place),
            Raw("1", "whole", place),
            Raw("0.5", "fraction", place),
            Raw("0.1", "tenth", place),
            Raw("12.25", "two-decimals", place),
            Raw("1.5e1", "exponent", place),
            Raw("1e-7", "negative-exponent", place),
            Raw("123456789012.5", "large", place),
        ];

    private static IEnumerable<Sample> Texts() =>
        [
            Text("Grüße, żółw и 世界", "letters-of-the-world", "letters beyond ASCII"),
            Text("😀 👩‍🚀 𝐚", "astral-characters", "characters beyond 16 bits"),
            Text("e\u0301 and \u00E9", "combining-marks", "one letter written in two ways"),
            Text("""she said "a\b/c" & <d>""", "json-metacharacters", "quotes, backslashes and markup"),
            Text("two\nlines\tand a tab", "line-breaks", "a newline and a tab inside"),
            Text("null", "text-null", "the text null"),
            Text("123", "text-digits", "digits in a string"),
        ];

    /// <summary>Random texts of ASCII and other characters, short enough in every unit.</summary>
    private static IEnumerable<Sample> RandomTexts(TextDomain shape, Draw draw)
    {
        const string characters = "abcdefghijklmnopqrstuvwxyz ABCXYZ0189.,:;-_/'+()é世я";
        for (var i = 0; i < draw.RandomCount; i++)
        {
            var longest = Math.Min(LongestRandomText, shape.Limits.Max);
            var shortest = Math.Min(Math.Max(1, shape.Limits.Min), longest);
            var text = Rolls.One(
                Gen.Choose(shortest, longest).SelectMany(n => Gen.Elements(characters.ToCharArray()).ArrayOf(n)),
                draw.For($"random-{i + 1}")
            );
            // A first letter keeps those out of it who trim before they measure.
            yield return Text(
                "a" + new string(text[1..]),
                $"random-{i + 1}",
                $"a random text of {text.Length} characters"
            ) with
            {
                Kind = Kind.Random.Name,
            };
        }
    }

    private static Sample Text(string value, string label, string says) => new(new JsonText(value), label, says);

    private static Sample Raw(string text, string label, Place place) =>
        new(place == Place.Body ? new JsonRaw(text) : new JsonText(text), label, text);
}
