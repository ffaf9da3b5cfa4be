using System.Globalization;
using Conformance.Generators.Judging;
using Conformance.Generators.Texts;

namespace Conformance.Generators;

/// <summary>The steps of shrinking: smaller values of the same kind of JSON, boldest first.</summary>
internal static class SmallerValues
{
    private const string Shortened = " (shrunk to ";

    /// <summary>Each is smaller than the sample's value in an order that has a least element: repeating it ends.</summary>
    public static IEnumerable<Sample> Of(Sample failing) =>
        failing.Value switch
        {
            JsonText text => Shrinking
                .Of(text.Value, failing.Identity)
                .Select(smaller =>
                    Step(failing, new JsonText(smaller), Count(TextLength.CodePointsOf(smaller), "character"))
                ),
            JsonArray array => Enumerable
                .Range(0, array.Items.Length)
                .Select(count => Step(failing, new JsonArray(array.Items[..count]), Count(count, "item"))),
            JsonObject @object => Enumerable
                .Range(0, @object.Properties.Length)
                .Select(i => new JsonObject(@object.Properties.RemoveAt(i)))
                .Select(smaller => Step(failing, smaller, Count(smaller.Properties.Length, "member"))),
            JsonRaw { IsNumber: true } number => Numbers(number.Text).Select(n => Step(failing, new JsonRaw(n), n)),
            _ => [],
        };

    /// <summary>Nearer to zero, whole before fractional.</summary>
    private static IEnumerable<string> Numbers(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return [];
        var whole = decimal.Truncate(number);
        return new[] { 0, decimal.Sign(number), decimal.Truncate(whole / 2), whole - decimal.Sign(number), whole }
            .Where(smaller => decimal.Abs(smaller) < decimal.Abs(number))
            .Distinct()
            .Select(smaller => smaller.ToString(CultureInfo.InvariantCulture));
    }

    private static Sample Step(Sample failing, JsonValue value, string size) =>
        failing with
        {
            Value = value,
            Says = $"{failing.Says.Split(Shortened)[0]}{Shortened}{size})",
        };

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
