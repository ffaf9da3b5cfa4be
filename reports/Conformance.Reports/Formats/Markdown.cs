using System.Globalization;
using System.Text;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats;

/// <summary>
/// Puts any text into a Markdown paragraph or table cell. Character references are used instead of backslashes: they
/// mean the same inside and outside of tables, and a pipe never shows up as one.
/// </summary>
internal static class Markdown
{
    private const string Meaningful = "&<>|\\`*_[]~@$^#!";

    /// <summary>The text on one line, with no character that Markdown or HTML gives a meaning.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder();
        foreach (var unit in VisibleText.Of(text))
            _ = unit switch
            {
                '\n' => escaped.Append("<br>"),
                '\t' => escaped.Append(' '),
                _ when Meaningful.Contains(unit, StringComparison.Ordinal) => escaped.Append(
                    CultureInfo.InvariantCulture,
                    $"&#{(int)unit};"
                ),
                _ => escaped.Append(unit),
            };
        return escaped.ToString();
    }

    /// <summary>The text in a fixed pitch.</summary>
    public static string Code(string text) => $"<code>{Text(text)}</code>";
}
