using Conformance.Generators.Breaking;
using Conformance.Schemas;

namespace Conformance.Generators.Inside;

/// <summary>Legal values at the edges of the smaller constraints.</summary>
internal static class InsideContent
{
    public static IEnumerable<Sample> NotBlank() =>
        [
            new(new JsonText("a"), "one-character", "one character"),
            new(new JsonText(" a "), "surrounded", "one character between spaces"),
            new(new JsonText("."), "punctuation", "one character of punctuation"),
        ];

    public static IEnumerable<Sample> OneOf(ImmutableArray<string> values) =>
        values.Select(value => new Sample(new JsonText(value), value, value));

    public static IEnumerable<Sample> Items(IEnumerable<int> counts, Func<int, JsonValue> arrayOf) =>
        BreakContent.Items(counts, arrayOf);

    public static IEnumerable<Sample> Numbers(IEnumerable<decimal> numbers, Place place) =>
        numbers.Select(number => BreakContent.Number(number, place));
}
