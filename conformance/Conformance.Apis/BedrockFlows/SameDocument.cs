using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>
/// Whether two JSON values are the same value: members in any order, numbers by what they are worth (1.0 is 1), text by its
/// characters.
/// </summary>
internal static class SameDocument
{
    private const int MostShown = 60;
    private const int LongestNumber = 1000;

    /// <summary>Whether what came back is what was sent.</summary>
    public static bool IsSame(JsonValue sent, JsonElement got) => FirstDifference(sent, got, "$") is null;

    /// <summary>The first difference, in words; null where there is none.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="got">What came back.</param>
    public static string? Difference(JsonValue sent, JsonElement got) => FirstDifference(sent, got, "$")?.Invoke();

    // The words only where somebody reads them: a stream may hold thousands of outputs.
    private static Func<string>? FirstDifference(JsonValue sent, JsonElement got, string at) =>
        (sent, got.ValueKind) switch
        {
            (JsonText text, JsonValueKind.String) => ReceivedJson.TryText(got, out var read) && read == text.Value
                ? null
                : () => InText(text.Value, read, at) ?? Told(sent, got, at)(),
            (JsonRaw { IsNumber: true } number, JsonValueKind.Number) => IsWorth(number.Text, got.Written())
                ? null
                : Told(sent, got, at),
            (JsonRaw literal, not JsonValueKind.Number) => literal.Text == got.Written() ? null : Told(sent, got, at),
            (JsonArray array, JsonValueKind.Array) => InItems(array, got, at),
            (JsonObject members, JsonValueKind.Object) => InMembers(members, got, at),
            _ => Told(sent, got, at),
        };

    /// <summary>Where long texts part: their beginnings are alike, most often. Null for short ones, which are shown whole.</summary>
    private static string? InText(string sent, string got, string at)
    {
        if (sent.Length <= MostShown)
            return null;
        var same = sent.AsSpan().CommonPrefixLength(got);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{got.Length} characters at {at} instead of {sent.Length}, from the {same + 1}th on {From(got, same)} instead of {From(sent, same)}"
        );
    }

    private static string From(string text, int start)
    {
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start]))
            start--;
        return Shown(new JsonText(text[start..Math.Min(text.Length, start + MostShown)]).ToJson());
    }

    private static Func<string>? InItems(JsonArray sent, JsonElement got, string at)
    {
        var count = got.GetArrayLength();
        if (sent.Items.Length != count)
            return () => $"{count} items at {at} instead of {sent.Items.Length}";
        return sent
            .Items.Zip(got.EnumerateArray())
            .Select((pair, n) => FirstDifference(pair.First, pair.Second, $"{at}[{n}]"))
            .FirstOrDefault(d => d is not null);
    }

    private static Func<string>? InMembers(JsonObject sent, JsonElement got, string at)
    {
        // One look for each name would take for ever where there are tens of thousands.
        var (read, count) = (new Dictionary<string, JsonElement>(StringComparer.Ordinal), 0);
        foreach (var member in got.EnumerateObject())
        {
            count++;
            if (ReceivedJson.TryName(member, out var name))
                read[name] = member.Value;
        }
        foreach (var member in sent.Properties)
        {
            var place = $"{at}.{member.Name}";
            if (!read.TryGetValue(member.Name, out var value))
                return () => $"nothing at {place}";
            if (FirstDifference(member.Value, value, place) is { } difference)
                return difference;
        }
        return count == sent.Properties.Length
            ? null
            : () => $"{count} members at {at} instead of {sent.Properties.Length}";
    }

    private static Func<string> Told(JsonValue sent, JsonElement got, string at) =>
        () => $"{Shown(got.Written())} at {at} instead of {Shown(sent.ToJson())}";

    private static string Shown(string json) => json.Length <= MostShown ? json : json[..MostShown] + "…";

    // No number that is sent is as long in any writing, and digits without end would take as long to read.
    private static bool IsWorth(string sent, string got) => got.Length <= LongestNumber && Worth(sent) == Worth(got);

    /// <summary>A number as digits that end in no zero, times a power of ten.</summary>
    private static (BigInteger Digits, BigInteger Exponent) Worth(string number)
    {
        var parts = number.Split('e', 'E');
        var mantissa = parts[0].Split('.');
        var fraction = mantissa.Length > 1 ? mantissa[1] : "";
        var digits = BigInteger.Parse(mantissa[0] + fraction, CultureInfo.InvariantCulture);
        var exponent =
            (parts.Length > 1 ? BigInteger.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - fraction.Length;
        if (digits.IsZero)
            return (0, 0);
        for (; digits % 10 == 0; digits /= 10)
            exponent++;
        return (digits, exponent);
    }
}
