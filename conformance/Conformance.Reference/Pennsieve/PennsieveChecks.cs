using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>What Pennsieve demands of single values.</summary>
internal static class PennsieveChecks
{
    /// <summary>
    /// 32 hexadecimal digits in either case, in five groups. By hand, because <see cref="Guid"/> also reads blanks
    /// around them and signs in front of a group.
    /// </summary>
    public static string? Uuid(string value) =>
        value.Length == 36
        && !value.Where((c, i) => i is 8 or 13 or 18 or 23 ? c != '-' : !char.IsAsciiHexDigit(c)).Any()
            ? null
            : "expected a UUID such as 123e4567-e89b-42d3-a456-426614174000, got another text";

    /// <summary>An absolute URL to which something can be POSTed.</summary>
    public static string? HttpUrl(string value) =>
        !value.Any(char.IsWhiteSpace)
        && Uri.TryCreate(value, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.Host.Length > 0
            ? null
            : "expected an absolute http or https URL, got another text";

    public static string? NotNegative(double value) =>
        value < 0 ? "expected 0 (no cap) or more, got a negative number" : null;

    /// <summary>Every entry of an object is of this kind.</summary>
    public static Check<JsonElement> Entries(JsonValueKind kind) =>
        entries =>
        {
            foreach (var entry in entries.EnumerateObject())
                if (entry.Value.ValueKind != kind)
                    return $"expected {Article(kind)} for '{entry.Name}', got {JsonKinds.Name(entry.Value)}";
            return null;
        };

    private static string Article(JsonValueKind kind) => kind == JsonValueKind.Object ? "an object" : "a string";
}
