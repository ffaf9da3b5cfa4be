using System.Globalization;
using System.Numerics;
using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>Whether a value is of the declared kind.</summary>
internal static class TypeFit
{
    public static Fit Of(Member member, JsonKind kind, JsonValue value)
    {
        if (kind == JsonKind.Any)
            return Fit.Keeps;
        if (member.Place != Place.Body)
            return value is JsonText text ? OfText(kind, text.Value) : Fit.Breaks;
        // null is missing where the member is required, and in dispute (reading R8) where it is not.
        if (value is JsonRaw { IsNull: true })
            return member.IsRequired ? Fit.Keeps : Fit.Disputed;
        return OfJson(kind, value);
    }

    private static Fit OfJson(JsonKind kind, JsonValue value) =>
        (kind, value) switch
        {
            (JsonKind.String, JsonText) or (JsonKind.Array, JsonArray) or (JsonKind.Object, JsonObject) => Fit.Keeps,
            (JsonKind.Boolean, JsonRaw { Text: "true" or "false" }) => Fit.Keeps,
            (JsonKind.Number, JsonRaw { IsNumber: true }) => Fit.Keeps,
            (JsonKind.Integer, JsonRaw { IsNumber: true } number) => OfInteger(number.Text),
            _ => Fit.Breaks,
        };

    // Reading R12: 1.0, 1e0 and integers beyond 32 bits may be accepted or refused.
    private static Fit OfInteger(string text)
    {
        if (BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return integer >= int.MinValue && integer <= int.MaxValue && text != "-0" ? Fit.Keeps : Fit.Disputed;
        var isWhole = double.TryParse(text, CultureInfo.InvariantCulture, out var number) && double.IsInteger(number);
        return isWhole ? Fit.Disputed : Fit.Breaks;
    }

    private static Fit OfText(JsonKind kind, string text) =>
        kind switch
        {
            JsonKind.String => Fit.Keeps,
            JsonKind.Integer => OfInteger(text),
            JsonKind.Number => double.TryParse(text, CultureInfo.InvariantCulture, out _) ? Fit.Keeps : Fit.Breaks,
            JsonKind.Boolean => text is "true" or "false" ? Fit.Keeps : Fit.Breaks,
            _ => Fit.Disputed,
        };
}
