using System.Text.Json;

namespace Conformance.Reference.Pennsieve;

/// <summary>
/// Which inline configurations are the same one: those that are equal as JSON. The order of members does not matter,
/// that of items does; numbers are compared by their value, so that 1, 1.0 and 1e0 are the same.
/// </summary>
public sealed class ConfigurationComparer : IEqualityComparer<JsonElement>
{
    private ConfigurationComparer() { }

    public static ConfigurationComparer Structural { get; } = new();

    public bool Equals(JsonElement x, JsonElement y) => JsonElement.DeepEquals(x, y);

    public int GetHashCode(JsonElement obj) =>
        obj.ValueKind switch
        {
            // A sum, because the order of members does not matter.
            JsonValueKind.Object => obj.EnumerateObject()
                .Sum(m => (long)HashCode.Combine(m.Name, GetHashCode(m.Value)))
                .GetHashCode(),
            JsonValueKind.Array => obj.EnumerateArray().Aggregate(17, (h, v) => HashCode.Combine(h, GetHashCode(v))),
            JsonValueKind.String => obj.GetString()!.GetHashCode(StringComparison.Ordinal),
            JsonValueKind.Number => obj.GetDouble().GetHashCode(),
            _ => (int)obj.ValueKind,
        };
}
