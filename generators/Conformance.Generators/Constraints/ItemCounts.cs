using System.Text.Json;

namespace Conformance.Generators.Constraints;

/// <summary>What the limits of an array's length have in common.</summary>
internal static class ItemCounts
{
    /// <summary>Arrays of so many ordinary items.</summary>
    public static IEnumerable<Sample> Of(MemberDraw draw, params IEnumerable<int> counts) =>
        counts.Where(count => count >= 0).Distinct().Select(count => Of(count, draw.ArrayOf(count)));

    /// <summary>How many items a response's array has; null where the value is no array.</summary>
    public static int? In(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : null;

    private static Sample Of(int count, JsonArray array) =>
        new(array, $"items-{count}", count == 1 ? "1 item" : $"{count} items");
}
