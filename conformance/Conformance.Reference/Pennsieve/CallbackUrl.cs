using System.Buffers;

namespace Conformance.Reference.Pennsieve;

/// <summary>Where a webhook goes: to the path and the query that were given, octet for octet.</summary>
internal static class CallbackUrl
{
    private static readonly SearchValues<char> Legal = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=%"
    );

    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>
    /// The URL, or null where there is none. <see cref="Uri"/> on its own writes escapes of unreserved characters without
    /// need (%41 becomes A), which another reader of the URL need not do. What it has to mend stays mended: characters that
    /// no URL may hold, and dot segments, which RFC 3986 (5.2.4) has every client remove.
    /// </summary>
    public static Uri? Read(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var mended))
            return null;
        var path = PathAndQuery(text);
        return path.Length > 0 && !path.AsSpan().ContainsAnyExcept(Legal) && !HasDotSegment(path)
            ? At(mended, path)
            : mended;
    }

    /// <summary>The same place under another path and query, which begin with a slash.</summary>
    public static Uri At(Uri url, string pathAndQuery) =>
        new($"{url.GetLeftPart(UriPartial.Authority)}{pathAndQuery}", Verbatim);

    /// <summary>What stands between the authority and the fragment; empty where the path is.</summary>
    private static string PathAndQuery(string url)
    {
        var rest = url.Split('#')[0];
        var authority = rest.IndexOf(Uri.SchemeDelimiter, StringComparison.Ordinal);
        if (authority < 0)
            return "";
        rest = rest[(authority + Uri.SchemeDelimiter.Length)..];
        var start = rest.AsSpan().IndexOfAny('/', '?');
        return start >= 0 && rest[start] == '/' ? rest[start..] : "";
    }

    private static bool HasDotSegment(string pathAndQuery) =>
        pathAndQuery
            .Split('?')[0]
            .Split('/')
            .Any(segment => segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..");
}
