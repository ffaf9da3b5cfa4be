using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Conformance.Generators.Tests.Witness;

/// <summary>Readers of numbers.</summary>
internal static class Numbers
{
    public static Func<JsonValue, bool>[] Integers(bool isInBody) =>
        Of(
            isInBody,
            text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            text => BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            text => Parsed(text) is { } number && double.IsInteger(number)
        );

    public static Func<JsonValue, bool>[] Doubles(bool isInBody, bool mayBeNegative) =>
        Of(
            isInBody,
            text => Parsed(text) is not null,
            text => Parsed(text) is { } number && double.IsFinite(number),
            text => decimal.TryParse(text, Written, CultureInfo.InvariantCulture, out _) && !IsMinusZero(text),
            text => !mayBeNegative || (Parsed(text) is >= 0 && !IsMinusZero(text))
        );

    public static Func<JsonValue, bool>[] Compared(Func<double, bool> holds) =>
        [value => Parsed(value is JsonText text ? text.Value : value.ToJson()) is not { } number || holds(number)];

    private const NumberStyles Written =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static Func<JsonValue, bool>[] Of(bool isInBody, params Func<string, bool>[] accept) =>
        [.. accept.Select(a => new Func<JsonValue, bool>(value => Text(value, isInBody) is { } text && a(text)))];

    /// <summary>The number as it is written; null where none stands.</summary>
    private static string? Text(JsonValue value, bool isInBody)
    {
        if (!isInBody)
            return (value as JsonText)?.Value;
        if (value is JsonText)
            return null;
        using var document = JsonDocument.Parse(value.ToJson());
        return document.RootElement.ValueKind == JsonValueKind.Number ? document.RootElement.GetRawText() : null;
    }

    private static double? Parsed(string text) =>
        double.TryParse(text, Written, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsMinusZero(string text) => text.StartsWith('-') && Parsed(text) == 0;
}
