using System.Text.Json;

namespace Conformance.Reference.Http;

/// <summary>A value that was read, or what is wrong with it.</summary>
/// <param name="Value">The value; only meaningful when <paramref name="Complaint"/> is null.</param>
/// <param name="Complaint">What was expected and what came, or null.</param>
public readonly record struct ReadValue<T>(T? Value, string? Complaint);

/// <summary>Readers of the kinds of JSON that a member may have; none converts one kind into another.</summary>
public static class JsonKinds
{
    /// <summary>A string.</summary>
    public static ReadValue<string> Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? new(value.GetString(), null) : Expected<string>("a string", value);

    /// <summary>An object.</summary>
    public static ReadValue<JsonElement> Object(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? new(value, null) : Expected<JsonElement>("an object", value);

    /// <summary>An array.</summary>
    public static ReadValue<JsonElement> Array(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? new(value, null) : Expected<JsonElement>("an array", value);

    /// <summary>
    /// A number without a fractional part, however it is written: 1, 1.0 and 1e0 are the same (interpretation R12). Any that
    /// fits into 64 bits is taken, one that doesn't is rejected.
    /// </summary>
    public static ReadValue<long> Integer(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return Expected<long>("an integer", value);
        return value.TryGetInt64(out var integer) || TryExpand(value.GetRawText(), out integer)
            ? new(integer, null)
            : new(0, "expected an integer of at most 64 bits, got another number");
    }

    /// <summary>The name of a value's kind, for messages.</summary>
    internal static string Name(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "a boolean",
            JsonValueKind.Array => "an array",
            JsonValueKind.Object => "an object",
            _ => "null",
        };

    /// <summary>Exact, so that 1.0000000000000000000000000000000000001 is not rounded into an integer.</summary>
    private static bool TryExpand(string number, out long integer)
    {
        integer = 0;
        var exponentAt = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? number : number[..exponentAt];
        var exponent = 0;
        if (exponentAt >= 0 && !int.TryParse(number.AsSpan(exponentAt + 1), out exponent))
            return false;
        var sign = mantissa.StartsWith('-') ? "-" : "";
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa[sign.Length..].Replace(".", "", StringComparison.Ordinal);
        long pointAt = (point < 0 ? mantissa.Length : point) - sign.Length;
        digits = digits.TrimEnd('0');
        pointAt += exponent;
        if (digits.Trim('0').Length == 0)
            return true;
        if (pointAt < digits.Length || pointAt > digits.Length + 20)
            return false;
        return long.TryParse(sign + digits.PadRight((int)pointAt, '0'), out integer);
    }

    private static ReadValue<T> Expected<T>(string kind, JsonElement value) =>
        new(default, $"expected {kind}, got {Name(value)}");
}
