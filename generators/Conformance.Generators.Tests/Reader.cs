using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Schemas;

namespace Conformance.Generators.Tests;

/// <summary>An independent judgement of a value: .NET's own regular expressions, runes and JSON reader.</summary>
internal static class Reader
{
    /// <summary>Keywords of the constraints that the value breaks.</summary>
    public static string[] Broken(Member member, JsonValue value) =>
        [.. member.Constraints.Where(c => !Holds(member, c, value)).Select(c => c.Keyword)];

    public static bool Holds(Member member, Constraint constraint, JsonValue value)
    {
        if (value is JsonText { Value: var text })
            return HoldsText(member, constraint, text);
        // Among the items of an array null is a value like any other.
        if (value is JsonRaw { IsNull: true } && member.IsItem && constraint is TypeIs { Kind: not JsonKind.Any })
            return false;
        using var document = JsonDocument.Parse(value.ToJson());
        return HoldsElement(member, constraint, document.RootElement);
    }

    private static bool HoldsText(Member member, Constraint constraint, string text) =>
        constraint switch
        {
            TypeIs type => type.Kind is JsonKind.String or JsonKind.Any
                || (member.Place != Place.Body && IsWritten(type.Kind, text)),
            MinLength min => text.EnumerateRunes().Count() >= min.Limit,
            MaxLength max => text.EnumerateRunes().Count() <= max.Limit,
            Pattern pattern => Regex.IsMatch(text, $@"\A(?:{pattern.Text.TrimStart('^').TrimEnd('$')})\z"),
            OneOf one => one.Values.Contains(text),
            Minimum min => member.Place == Place.Body
                || !decimal.TryParse(text, CultureInfo.InvariantCulture, out var n)
                || n >= min.Limit,
            Maximum max => member.Place == Place.Body
                || !decimal.TryParse(text, CultureInfo.InvariantCulture, out var n)
                || n <= max.Limit,
            _ => true,
        };

    private static bool HoldsElement(Member member, Constraint constraint, JsonElement value) =>
        constraint switch
        {
            Required => value.ValueKind != JsonValueKind.Null,
            TypeIs type => value.ValueKind == JsonValueKind.Null || IsKind(type.Kind, value),
            MinItems min => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= min.Limit,
            MaxItems max => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= max.Limit,
            Minimum min => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= min.Limit,
            Maximum max => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= max.Limit,
            _ => true,
        };

    private static bool IsKind(JsonKind kind, JsonElement value) =>
        kind switch
        {
            JsonKind.Any => true,
            JsonKind.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            JsonKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => value.ValueKind.ToString() == kind.ToString(),
        };

    private static bool IsWritten(JsonKind kind, string text) =>
        kind == JsonKind.Integer ? BigInteger.TryParse(text, out _) : double.TryParse(text, out _);

    public static bool IsWellFormed(string text) =>
        new UTF8Encoding(false, true) is var strict && Try(() => strict.GetBytes(text));

    public static bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
