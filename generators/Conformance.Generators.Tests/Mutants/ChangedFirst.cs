using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Conformance.Generators.Tests.Mutants;

/// <summary>The right check of a text that is not quite the one that was sent.</summary>
internal static class ChangedFirst
{
    public static IEnumerable<Mutant> Of(Right right) =>
        new (string Says, Func<string, string> Change)[]
        {
            ("trims", text => text.Trim()),
            ("trims the start", text => text.TrimStart()),
            ("trims the end", text => text.TrimEnd()),
            ("takes a line end away", text => text.TrimEnd('\n', '\r')),
            ("takes controls at the ends away", text => text.Trim([.. Enumerable.Range(0, 33).Select(c => (char)c)])),
            ("cuts at a NUL", text => text.Split('\0')[0]),
            ("cuts at a line end", text => text.Split('\n')[0]),
            ("cuts what is too long", text => text.Length > right.Longest ? text[..right.Longest] : text),
            ("takes white space out", text => Without(text, char.IsWhiteSpace)),
            ("takes controls out", text => Without(text, char.IsControl)),
            ("takes invisible characters out", text => Without(text, IsInvisible)),
            ("takes combining marks out", text => Without(text, IsMark)),
            ("takes out what is not ASCII", text => Without(text, c => !char.IsAscii(c))),
            ("takes half characters out", text => Without(text, char.IsSurrogate)),
            ("composes (NFC)", text => text.Replace('\u212A', 'K')),
            ("composes what is compatible (NFKC)", text => string.Concat(text.Select(Compatible))),
            ("takes accents off", text => Without(text, IsMark).Replace('\u00E9', 'e')),
            ("makes wide characters narrow", text => string.Concat(text.Select(Narrow))),
            ("makes lowercase letters of all", text => text.ToLowerInvariant()),
            ("makes capitals of all", text => text.ToUpperInvariant()),
            ("folds case as Unicode does", text => text.Replace('\u212A', 'k').Replace('\u017F', 's')),
            ("takes look-alikes for Latin", text => text.Replace('\u0430', 'a').Replace('\u0131', 'i')),
            ("takes every digit for one of ASCII", text => string.Concat(text.Select(Digit))),
            ("decodes percent signs", Uri.UnescapeDataString),
            ("decodes as a form does", WebUtility.UrlDecode),
            ("takes a plus for nothing", text => text.Replace("+", "", StringComparison.Ordinal)),
            ("takes a backslash for a slash", text => text.Replace('\\', '/')),
            ("takes backslashes out", text => text.Replace("\\", "", StringComparison.Ordinal)),
            ("takes quotes off", text => text.Trim('"', '\'')),
            ("takes characters for octets", text => string.Concat(text.Select(c => (char)(c & 0xFF)))),
            ("takes characters for seven bits", text => string.Concat(text.Select(c => (char)(c & 0x7F)))),
            ("replaces white space by hyphens", text => Regex.Replace(text, @"\s", "-")),
            ("replaces by underscores what it does not know", text => Regex.Replace(text, @"[^a-zA-Z0-9/.-]", "_")),
            ("makes a slug", text => Regex.Replace(text.ToLowerInvariant(), "[^a-z0-9]+", "-").Trim('-')),
        }.Select(wrong => right.Changing(wrong.Says, wrong.Change));

    private static string Without(string text, Func<char, bool> isTaken) => string.Concat(text.Where(c => !isTaken(c)));

    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

    private static char Digit(char c) =>
        char.GetNumericValue(c) is >= 0 and <= 9 and var number && number == Math.Floor(number)
            ? (char)('0' + (int)number)
            : c;

    private static char Compatible(char c) =>
        c switch
        {
            '\u212A' => 'K',
            '\u017F' => 's',
            '\u00B2' => '2',
            _ => Narrow(c),
        };
}
