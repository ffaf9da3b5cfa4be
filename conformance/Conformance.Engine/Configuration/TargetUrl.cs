using System.Diagnostics.CodeAnalysis;
using Conformance.Reports.Text;

namespace Conformance.Engine.Configuration;

/// <summary>Reads the base URL of a target.</summary>
public static class TargetUrl
{
    private const int LongestUrl = 2_000;
    private const string Like = "expected something like http://127.0.0.1:8080";

    /// <summary>
    /// Reads an absolute http or https URL that can be connected to, and in front of which nothing else can stand: without
    /// credentials, query and fragment.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="url">The URL; null where the text is none.</param>
    /// <param name="problem">What is wrong, with advice; empty where nothing is. It never holds credentials.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? url, out string problem)
    {
        url = Address(text);
        problem = ProblemWith(text, url) ?? "";
        if (problem.Length > 0)
            url = null;
        return url is not null;
    }

    /// <summary>Why nobody can be connected to at this http or https URL, with advice; null where somebody can.</summary>
    public static string? ConnectionProblem(Uri url) =>
        url.Port == 0 ? $"'{Shortened.OnALine(url.OriginalString)}' has port 0, where nobody can listen; name the port"
        : url.DnsSafeHost.Contains('%', StringComparison.Ordinal)
            ? $"'{Shortened.OnALine(url.OriginalString)}' has an IPv6 zone, which no request can name; give the address without it"
        : null;

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static string? ProblemWith(string text, Uri? url)
    {
        if (text.Length > LongestUrl)
            return $"'{Shortened.OnALine(text)}' is longer than {LongestUrl} characters; {Like}";
        if (MayHoldCredentials(text, url))
            return "the target's URL holds credentials; name them under auth in the configuration file instead";
        if (url is null || text.AsSpan().Trim().ContainsAnyInRange('\0', '\u001F'))
            return $"'{Shortened.OnALine(text)}' is not a valid URL of a target; {Like}";
        return url.Query.Length > 0 || url.Fragment.Length > 0
            ? $"'{Shortened.OnALine(text)}' has a query or fragment; give the base URL alone, such as {Shortened.OnALine(url.GetLeftPart(UriPartial.Path))}"
            : ConnectionProblem(url);
    }

    // Where no URL can be made of the text, what stands before an @ may be a password all the same.
    private static bool MayHoldCredentials(string text, Uri? url) =>
        (url is null ? text : Authority(text)).Contains('@', StringComparison.Ordinal);

    private static string Authority(string text)
    {
        var behind = text[(text.IndexOf("//", StringComparison.Ordinal) + 2)..];
        return behind.IndexOfAny(['/', '?', '#']) is >= 0 and var end ? behind[..end] : behind;
    }
}
