using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Conformance.Engine.Requests;

/// <summary>Identifiers that a target gave, as segments of later URLs.</summary>
internal static class GivenIdentifier
{
    /// <summary>In characters; each may take nine in a URL, and servers read 8,000 at least (RFC 9110, 4.1).</summary>
    public const int Longest = 800;

    private const int LongestShown = 80;

    /// <summary>
    /// What is kept of it to the end of a run: a long one's beginning, its length and its SHA-256, so that others still
    /// differ from it.
    /// </summary>
    public static string Kept(string identifier)
    {
        if (identifier.Length <= Longest)
            return identifier;
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(identifier)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{identifier[..LongestShown]}… ({identifier.Length} characters, SHA-256 {digest})"
        );
    }

    /// <summary>
    /// Whether it names one resource wherever it stands: an empty one names the collection, and servers that decode before
    /// they route take one with dot segments or empty ones for another place.
    /// </summary>
    public static bool MayStandInAUrl(string identifier) =>
        identifier.Length <= Longest && identifier.Split('/', '\\').All(part => part is not ("" or "." or ".."));
}
