using System.Globalization;
using Conformance.Schemas;

namespace Conformance.Generators.Breaking;

/// <summary>Violations of the smaller constraints.</summary>
internal static class BreakContent
{
    /// <summary>null is the one way to be there and missing; outside a body there is none.</summary>
    public static IEnumerable<Sample> Required(Place place) =>
        place == Place.Body ? [new Sample(JsonValue.Null, "null", "null")] : [];

    public static IEnumerable<Sample> NotBlank() =>
        [
            Text("", "empty", "the empty string"),
            Text(" ", "space", "one space"),
            Text("   ", "spaces", "three spaces"),
            Text("\t", "tab", "a tab"),
            Text("\n", "newline", "a newline"),
            Text(" \r\n\t ", "mixed-white-space", "spaces, a line break and a tab"),
        ];

    public static IEnumerable<Sample> OneOf(ImmutableArray<string> values) =>
        values
            .Take(1)
            .SelectMany(value =>
                new[]
                {
                    Text("CONFORMANCE_UNKNOWN", "unknown", "a word that is not in the list"),
                    Text(value.ToLowerInvariant(), "lower-case", $"{value} in lower case"),
                    Text(value.ToUpperInvariant(), "upper-case", $"{value} in upper case"),
                    Text(value + " ", "trailing-space", $"{value} and a space"),
                    Text(value + "\n", "trailing-newline", $"{value} and a newline"),
                    Text(value[..Math.Max(0, value.Length - 1)], "one-short", $"{value} without its last character"),
                    Text(string.Join('|', values), "whole-list", "the list itself"),
                    Text("", "empty", "the empty string"),
                }
            );

    public static IEnumerable<Sample> Items(IEnumerable<int> counts, Func<int, JsonValue> arrayOf) =>
        counts.Where(count => count >= 0).Distinct().Select(count => Items(count, arrayOf(count)));

    public static Sample Items(int count, JsonValue array) =>
        new(array, $"items-{count}", count == 1 ? "1 item" : $"{count} items");

    /// <summary>Numbers beyond a limit; where fractions are legal, first one that is beyond by a hundredth only.</summary>
    public static IEnumerable<Sample> Beyond(decimal limit, int direction, Member member) =>
        new[] { 0.01m, 1, 1000 }
            .Where(step => step >= 1 || member.Kind == JsonKind.Number)
            .Select(step => Number(limit + (step * direction), member.Place) with { Kind = KindOf(step) });

    private static string KindOf(decimal step) => (step <= 1 ? Texts.Kind.OneBeyond : Texts.Kind.FarBeyond).Name;

    public static Sample Number(decimal number, Place place)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return new Sample(place == Place.Body ? new JsonRaw(text) : new JsonText(text), $"number-{text}", text);
    }

    private static Sample Text(string value, string label, string says) => new(new JsonText(value), label, says);
}
