using System.Globalization;

namespace Conformance.Reports.Text;

/// <summary>Keeps one long value from drowning a page.</summary>
internal static class Shortened
{
    /// <summary>At most <paramref name="limit"/> UTF-16 units of the text, and a remark on how many are left out.</summary>
    public static string To(int limit, string text)
    {
        if (text.Length <= limit)
            return text;
        var end = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..end]} … ({text.Length - end:N0} more characters)");
    }
}
