using System.Globalization;
using System.Text;

namespace Conformance.Engine.Webhooks;

/// <summary>How near the URL that a delivery called comes to the one that its sender was told.</summary>
internal enum CalledUrlLikeness
{
    /// <summary>The same characters.</summary>
    Exact,

    /// <summary>The same by normalisation that every reader of URLs may do (RFC 3986, 6.2.2).</summary>
    Equivalent,

    /// <summary>
    /// Another spelling whose segments and pairs decode to the same texts. By RFC 3986 (2.2) it is another URL, which some
    /// libraries make of the first on their own.
    /// </summary>
    Requoted,

    /// <summary>Another URL.</summary>
    Another,
}

/// <summary>Compares request targets.</summary>
internal static class CalledUrl
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>Compares what a delivery called with the address of its callback.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="callback">The callback at which it arrived.</param>
    /// <param name="isBehindSomething">Whether a tunnel may have put something in front of the path.</param>
    public static CalledUrlLikeness LikenessOf(Delivery delivery, Callback callback, bool isBehindSomething)
    {
        var told = TargetOf(callback.Address);
        var called = TargetOf(delivery.Target);
        if (isBehindSomething)
            (told, called) = (From(callback.Token, told), From(callback.Token, called));
        if (told == called)
            return CalledUrlLikeness.Exact;
        var (one, other) = (Normal(told), Normal(called));
        if (one == other)
            return CalledUrlLikeness.Equivalent;
        return Decoded(one).SequenceEqual(Decoded(other)) ? CalledUrlLikeness.Requoted : CalledUrlLikeness.Another;
    }

    /// <summary>Path and query of a URL as they are written; those of a target in absolute form as well (RFC 9112, 3.2.2).</summary>
    public static string TargetOf(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (url.StartsWith('/') || scheme < 0)
            return url;
        var path = url.IndexOfAny(['/', '?', '#'], scheme + 3);
        var rest = path < 0 ? "" : url[path..].Split('#')[0];
        return rest.StartsWith('/') ? rest : "/" + rest;
    }

    /// <summary>The normal form of path and query (RFC 3986, 6.2.2): escapes in capitals, needless ones and dot segments gone.</summary>
    public static string Normal(string target)
    {
        var escaped = WithPlainEscapes(target);
        var mark = escaped.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? WithoutDots(escaped) : WithoutDots(escaped[..mark]) + escaped[mark..];
    }

    private static string From(string token, string target)
    {
        var at = target.IndexOf(token, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? target : target[at..];
    }

    private static string WithPlainEscapes(string target)
    {
        var text = new StringBuilder(target.Length);
        for (var at = 0; at < target.Length; at++)
            if (EscapeAt(target, at) is not { } octet)
                text.Append(target[at]);
            else
            {
                var isNeedless = Unreserved.Contains((char)octet, StringComparison.Ordinal);
                text.Append(isNeedless ? ((char)octet).ToString() : $"%{octet:X2}");
                at += 2;
            }
        return text.ToString();
    }

    private static byte? EscapeAt(string text, int at) =>
        text[at] == '%'
        && at + 2 < text.Length
        && byte.TryParse(
            text.AsSpan(at + 1, 2),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var b
        )
            ? b
            : null;

    /// <summary>Dot segments removed (RFC 3986, 5.2.4); a path begins with a slash.</summary>
    private static string WithoutDots(string path)
    {
        var kept = new List<string>();
        var segments = path.Split('/');
        for (var n = 1; n < segments.Length; n++)
        {
            var isLast = n == segments.Length - 1;
            if (segments[n] is "..")
                kept.RemoveRange(Math.Max(kept.Count - 1, 0), Math.Min(kept.Count, 1));
            else if (segments[n] is not ".")
                kept.Add(segments[n]);
            if (isLast && segments[n] is "." or "..")
                kept.Add("");
        }
        return "/" + string.Join('/', kept);
    }

    /// <summary>Segments of the path, then names and values of the query, each decoded; an empty query is none.</summary>
    private static IEnumerable<string> Decoded(string normal)
    {
        var mark = normal.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (normal, "") : (normal[..mark], normal[(mark + 1)..]);
        foreach (var segment in path.Split('/'))
            yield return Uri.UnescapeDataString(segment);
        if (query.Length == 0)
            yield break;
        yield return "?";
        foreach (var pair in query.Split('&'))
        {
            var parts = pair.Split('=', 2);
            yield return "&" + Uri.UnescapeDataString(parts[0]);
            if (parts.Length == 2)
                yield return "=" + Uri.UnescapeDataString(parts[1]);
        }
    }
}
