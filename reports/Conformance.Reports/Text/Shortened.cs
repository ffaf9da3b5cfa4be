using System.Globalization;
using Conformance.Reports.Secrecy;

namespace Conformance.Reports.Text;

/// <summary>Keeps one long value from drowning a page, or the message about it.</summary>
public static class Shortened
{
    private const int LongestOnALine = 120;
    private const char PictureOfLineFeed = '␊';
    private const char PictureOfTab = '␉';
    private const string BeforeCredentials = "//";

    /// <summary>
    /// What somebody gave the kit, as a message shows it: its first characters, all visible and on one line. What stands
    /// before the @ of a URL is left out, since it may be a password.
    /// </summary>
    /// <param name="text">An argument, a value of a file or of the environment, or a text that quotes one.</param>
    /// <param name="limit">Most UTF-16 units that are shown.</param>
    public static string OnALine(string text, int limit = LongestOnALine) =>
        VisibleText
            .Of(To(limit, WithoutCredentials(text)))
            .Replace('\n', PictureOfLineFeed)
            .Replace('\t', PictureOfTab);

    /// <summary>
    /// At most <paramref name="limit"/> UTF-16 units of the text, and a remark on how many are left out. The ellipsis stands
    /// right behind the text: what it has cut is redacted by that.
    /// </summary>
    public static string To(int limit, string text)
    {
        if (text.Length <= limit)
            return text;
        var end = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..end]}… ({text.Length - end:N0} more characters)");
    }

    private static string WithoutCredentials(string text)
    {
        var from = text.IndexOf(BeforeCredentials, StringComparison.Ordinal) + BeforeCredentials.Length;
        if (from < BeforeCredentials.Length)
            return text;
        var at = text.LastIndexOf('@');
        return at < from ? text : $"{text[..from]}{Secrets.Mark}{text[at..]}";
    }
}
