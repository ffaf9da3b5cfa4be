using System.Globalization;
using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>What the limits of a number have in common.</summary>
internal static class NumberLimits
{
    /// <summary>The limit, and the number beside it.</summary>
    public static IEnumerable<Sample> At(decimal limit, int direction, Member member) =>
        [Number(limit, member.Place), Number(limit + direction, member.Place)];

    /// <summary>
    /// Numbers beyond a limit; where fractions are legal, first one that is beyond by a hundredth only. Then zero, the limit
    /// twice and with the other sign, and the last of 32 bits, as far as they lie beyond.
    /// </summary>
    public static IEnumerable<Sample> Beyond(decimal limit, int direction, Member member) =>
        new[]
        {
            0.01m,
            1,
            1000,
            -limit * direction,
            limit * direction,
            -2 * limit * direction,
            Last32Bit(limit, direction),
        }
            .Where(step => step >= 1 || (step > 0 && member.Kind == JsonKind.Number))
            .Distinct()
            .Select(step => Number(limit + (step * direction), member.Place) with { Kind = KindOf(step) });

    // How far the largest or smallest 32-bit number is beyond the limit.
    private static decimal Last32Bit(decimal limit, int direction) =>
        direction > 0 ? int.MaxValue - limit : limit - int.MinValue;

    /// <summary>On which side of the limit a value lies: below 0, 0 or above 0; null for what is no number.</summary>
    public static int? Compared(JsonValue value, decimal limit) =>
        value switch
        {
            JsonRaw { IsNumber: true } raw => NumberText.Compared(raw.Text, limit),
            JsonText text => NumberText.Compared(text.Value, limit),
            _ => null,
        };

    /// <summary>A response's number; null where the value is none, or one that no decimal holds.</summary>
    public static decimal? In(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    /// <summary>A limit in words.</summary>
    public static string InWords(decimal limit) => limit.ToString(CultureInfo.InvariantCulture);

    private static string KindOf(decimal step) => (step <= 1 ? Kind.OneBeyond : Kind.FarBeyond).Name;

    private static Sample Number(decimal number, Place place)
    {
        var text = InWords(number);
        return new Sample(place == Place.Body ? new JsonRaw(text) : new JsonText(text), $"number-{text}", text);
    }
}
