using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>Holds a value from a response against a constraint of the schema.</summary>
public static class ConstraintCheck
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong with the value, in words; null where the constraint holds or does not apply.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="value">The member's value; null where the member is absent.</param>
    public static string? Problem(Constraint constraint, JsonElement? value)
    {
        if (value is not { ValueKind: not JsonValueKind.Null } present)
            return constraint is Required ? (value is null ? "it is missing" : "it is null") : null;
        if (constraint is TypeIs type)
            return IsOfKind(type.Kind, present) ? null : $"it is {Show(present)}";
        return present.ValueKind switch
        {
            JsonValueKind.String when ExchangeReading.TryText(present, out var text) => TextProblem(constraint, text),
            // Escapes that make no Unicode text are none of the listed values and in no pattern's language.
            JsonValueKind.String => constraint is OneOf or Pattern ? $"it is {Show(present)}" : null,
            JsonValueKind.Number => NumberProblem(constraint, present),
            JsonValueKind.Array => ArrayProblem(constraint, present),
            _ => null,
        };
    }

    private static string? TextProblem(Constraint constraint, string text)
    {
        var lengthInCodePoints = text.EnumerateRunes().Count();
        return constraint switch
        {
            MinLength min when lengthInCodePoints < min.Limit => $"it has {lengthInCodePoints} characters",
            MaxLength max when lengthInCodePoints > max.Limit => $"it has {lengthInCodePoints} characters",
            Pattern pattern when !IsWholeMatch(pattern.Text, text) => $"it is \"{Shorten(text)}\"",
            OneOf choice when !choice.Values.Contains(text) => $"it is \"{Shorten(text)}\"",
            NotBlank when string.IsNullOrWhiteSpace(text) => "it is blank",
            _ => null,
        };
    }

    private static string? NumberProblem(Constraint constraint, JsonElement value)
    {
        if (!value.TryGetDecimal(out var number))
            return null;
        return constraint switch
        {
            Minimum min when number < min.Limit => $"it is {Show(value)}",
            Maximum max when number > max.Limit => $"it is {Show(value)}",
            _ => null,
        };
    }

    private static string? ArrayProblem(Constraint constraint, JsonElement value)
    {
        var count = value.GetArrayLength();
        return constraint switch
        {
            MinItems min when count < min.Limit => $"it has {count} items",
            MaxItems max when count > max.Limit => $"it has {count} items",
            _ => null,
        };
    }

    private static bool IsOfKind(JsonKind kind, JsonElement value) =>
        kind switch
        {
            JsonKind.String => value.ValueKind == JsonValueKind.String,
            JsonKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            JsonKind.Object => value.ValueKind == JsonValueKind.Object,
            JsonKind.Array => value.ValueKind == JsonValueKind.Array,
            JsonKind.Number => value.ValueKind == JsonValueKind.Number,
            JsonKind.Integer => value.ValueKind == JsonValueKind.Number && IsWhole(value.Written()),
            _ => true,
        };

    /// <summary>Beyond what a decimal holds a number counts as whole, unless a double shows its fraction.</summary>
    private static bool IsWhole(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? decimal.IsInteger(value)
            : double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var large)
                && (double.IsInteger(large) || double.IsInfinity(large));

    /// <summary>Interpretation R1: the pattern has to match the whole value.</summary>
    private static bool IsWholeMatch(string pattern, string text) =>
        Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, LongestMatch);

    private static string Show(JsonElement value) => Shorten(value.Written());

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
