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
                .Select(smaller => Step(failing, new JsonText(smaller))),
            JsonArray array => Enumerable
                .Range(0, array.Items.Length)
                .Select(count => Step(failing, new JsonArray(array.Items[..count]))),
            JsonObject @object => Enumerable
                .Range(0, @object.Properties.Length)
                .Select(i => Step(failing, new JsonObject(@object.Properties.RemoveAt(i)))),
            JsonRaw { IsNumber: true } number => Numbers(number.Text).Select(n => Step(failing, new JsonRaw(n))),
            _ => [],
        };

    /// <summary>The sample with a smaller value, which says how small it is.</summary>
    public static Sample Step(Sample failing, JsonValue value) =>
        failing with
        {
            Value = value,
            Says = $"{failing.Says.Split(Shortened)[0]}{Shortened}{SizeOf(value)})",
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

    private static string SizeOf(JsonValue value) =>
        value switch
        {
            JsonText text => Count(TextLength.CodePointsOf(text.Value), "character"),
            JsonArray array => Count(array.Items.Length, "item"),
            JsonObject @object => Count(@object.Properties.Length, "member"),
            _ => value.ToJson(),
        };

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
