using System.Globalization;

namespace Conformance.Generators.Texts;

/// <summary>Words for characters that fit into a label.</summary>
internal static class CharacterName
{
    /// <summary>A word for a character that fits into a label.</summary>
    public static string Of(char c) =>
        Names.TryGetValue(c, out var name) ? name
        : char.IsAsciiLetterOrDigit(c) ? c.ToString()
        : "u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);

    private static readonly ImmutableDictionary<char, string> Names = new Dictionary<char, string>
    {
        ['\t'] = "tab",
        ['\n'] = "newline",
        ['\r'] = "carriage-return",
        [' '] = "space",
        ['!'] = "exclamation-mark",
        ['"'] = "quote",
        ['#'] = "hash",
        ['$'] = "dollar",
        ['%'] = "percent",
        ['&'] = "ampersand",
        ['\''] = "apostrophe",
        ['('] = "left-parenthesis",
        [')'] = "right-parenthesis",
        ['*'] = "asterisk",
        ['+'] = "plus",
        [','] = "comma",
        ['-'] = "hyphen",
        ['.'] = "dot",
        ['/'] = "slash",
        [':'] = "colon",
        [';'] = "semicolon",
        ['<'] = "less-than",
        ['='] = "equals",
        ['>'] = "greater-than",
        ['?'] = "question-mark",
        ['@'] = "at",
        ['['] = "left-bracket",
        ['\\'] = "backslash",
        [']'] = "right-bracket",
        ['^'] = "caret",
        ['_'] = "underscore",
        ['`'] = "backtick",
        ['{'] = "left-brace",
        ['|'] = "bar",
        ['}'] = "right-brace",
        ['~'] = "tilde",
    }.ToImmutableDictionary();
}
