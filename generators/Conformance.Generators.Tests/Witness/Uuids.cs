using System.Text.RegularExpressions;

namespace Conformance.Generators.Tests.Witness;

/// <summary>Readers of UUIDs, as some languages bring them along (interpretation R29).</summary>
internal static class Uuids
{
    public static bool IsUuidInLowerCase(string text) =>
        Regex.IsMatch(text, @"\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z");

    public static bool IsUuidToDotNet(string text) => Guid.TryParse(text, out _);

    /// <summary>Prefixes, braces and dashes are taken away wherever they stand; 32 digits have to remain.</summary>
    public static bool IsUuidToPython(string text)
    {
        var digits = text.Replace("urn:", "", StringComparison.Ordinal)
            .Replace("uuid:", "", StringComparison.Ordinal)
            .Trim('{', '}')
            .Replace("-", "", StringComparison.Ordinal);
        return digits.Length == 32 && digits.All(char.IsAsciiHexDigit);
    }

    /// <summary>Five groups between dashes, each a number in hex; the whole no longer than a UUID.</summary>
    public static bool IsUuidToJava(string text) =>
        text.Length <= 36 && Regex.IsMatch(text, @"\A\+?[0-9a-fA-F]{1,16}(?:-\+?[0-9a-fA-F]{1,16}){4}\z");
}
