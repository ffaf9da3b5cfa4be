using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>Readers of the kinds of JSON that only Pennsieve has; none converts one kind into another.</summary>
public static class PennsieveKinds
{
    /// <summary>Any value.</summary>
    public static ReadValue<JsonElement> Any(JsonElement value) => new(value, null);

    /// <summary>A number that a double can hold (D2:64).</summary>
    public static ReadValue<double> Number(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return new(0, $"expected a number, got {JsonKinds.Name(value)}");
        return value.TryGetDouble(out var number) && double.IsFinite(number)
            ? new(number, null)
            : new(0, "expected a number within the range of a double, got a larger one");
    }

    /// <summary>An array of strings.</summary>
    public static ReadValue<ImmutableArray<string>> Texts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return new(default, $"expected an array of strings, got {JsonKinds.Name(value)}");
        foreach (var item in value.EnumerateArray())
            if (item.ValueKind != JsonValueKind.String)
                return new(default, $"expected an array of strings, got {JsonKinds.Name(item)} in it");
        return new([.. value.EnumerateArray().Select(item => item.GetString()!)], null);
    }
}
