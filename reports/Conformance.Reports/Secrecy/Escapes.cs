using System.Buffers;
using System.Globalization;

namespace Conformance.Reports.Secrecy;

/// <summary>
/// The ways in which programs escape characters: each says which character is escaped at a place of a text, and how
/// many characters that takes.
/// </summary>
internal static class Escapes
{
    /// <summary>Characters of the longest escape that is looked for.</summary>
    public const int Longest = 12;

    /// <summary>Reads an escape: the character and how many characters spell it; nothing where there is none.</summary>
    /// <param name="text">The text from the opening character on.</param>
    internal delegate (char Character, int Length)? Reader(ReadOnlySpan<char> text);

    /// <summary>By the character that opens them: JSON, JavaScript and C; URLs; HTML; quoted-printable.</summary>
    public static ImmutableDictionary<char, Reader> All { get; } =
        new Dictionary<char, Reader>
        {
            ['\\'] = Backslash,
            ['%'] = Percent,
            ['&'] = Entity,
            ['='] = text => Hex(text, from: 1, digits: 2),
        }.ToImmutableDictionary();

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Word = SearchValues.Create(
        "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    /// <summary>Names of characters that credentials are made of, as HTML knows them.</summary>
    private static readonly ImmutableDictionary<string, char> Entities = new Dictionary<string, char>
    {
        ["amp"] = '&',
        ["apos"] = '\'',
        ["ast"] = '*',
        ["bsol"] = '\\',
        ["colon"] = ':',
        ["comma"] = ',',
        ["commat"] = '@',
        ["dollar"] = '$',
        ["equals"] = '=',
        ["excl"] = '!',
        ["gt"] = '>',
        ["hyphen"] = '-',
        ["lowbar"] = '_',
        ["lt"] = '<',
        ["num"] = '#',
        ["percnt"] = '%',
        ["period"] = '.',
        ["plus"] = '+',
        ["quot"] = '"',
        ["semi"] = ';',
        ["sol"] = '/',
        ["vert"] = '|',
    }.ToImmutableDictionary();

    private static (char, int)? Percent(ReadOnlySpan<char> text) =>
        text is [_, 'u' or 'U', ..] ? Hex(text, from: 2, digits: 4) : Hex(text, from: 1, digits: 2);

    private static (char, int)? Backslash(ReadOnlySpan<char> text) =>
        text switch
        {
            [_, 'u' or 'U' or 'x', '{', ..] => Braced(text),
            [_, 'u', ..] => Hex(text, from: 2, digits: 4),
            [_, 'U', ..] => Hex(text, from: 2, digits: 8),
            [_, 'x', ..] => Hex(text, from: 2, digits: 2),
            [_, >= '0' and <= '7', ..] => Octal(text),
            [_, 'n', ..] => ('\n', 2),
            [_, 'r', ..] => ('\r', 2),
            [_, var sign, ..] when !char.IsAsciiLetterOrDigit(sign) => (sign, 2),
            _ => null,
        };

    /// <summary>One to three digits, as many as make an octet.</summary>
    private static (char, int)? Octal(ReadOnlySpan<char> text)
    {
        var (code, length) = (0, 1);
        while (length < text.Length && length < 4 && text[length] is >= '0' and <= '7' && code < 32)
            code = code * 8 + text[length++] - '0';
        return code == 0 || (length < 4 && IsCut(text[length..])) ? null : ((char)code, length);
    }

    private static (char, int)? Braced(ReadOnlySpan<char> text)
    {
        var digits = text[3..Math.Min(text.Length, Longest)].IndexOf('}');
        return digits > 0 && Hex(text, from: 3, digits) is var (character, length) ? (character, length + 1) : null;
    }

    private static (char, int)? Entity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        if (end < 2 || !IsWord(text[1..end]))
            return Unclosed(text);
        var character = text[1..end] switch
        {
            ['#', 'x' or 'X', .. var digits] => Code(digits, NumberStyles.AllowHexSpecifier),
            ['#', .. var digits] => Code(digits, NumberStyles.None),
            var name => Entities.GetValueOrDefault(name.ToString()),
        };
        return character == '\0' ? null : (character, end + 1);
    }

    /// <summary>Whether digits may be missing: then what is left spells another character.</summary>
    private static bool IsCut(ReadOnlySpan<char> rest) => rest is [] or [Layer.Ellipsis, ..];

    private static bool IsWord(ReadOnlySpan<char> name) => !name.ContainsAnyExcept(Word);

    /// <summary>Browsers read a number without its semicolon too, up to the last digit.</summary>
    private static (char, int)? Unclosed(ReadOnlySpan<char> text)
    {
        var (begin, digits) = text switch
        {
            ['&', '#', 'x' or 'X', ..] => (3, HexDigits),
            ['&', '#', ..] => (2, Digits),
            _ => (0, Digits),
        };
        if (begin == 0)
            return null;
        var rest = text[begin..Math.Min(text.Length, Longest)];
        var length = rest.IndexOfAnyExcept(digits) is >= 0 and var end ? end : rest.Length;
        var style = begin == 3 ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return !IsCut(rest[length..]) && Code(rest[..length], style) is not '\0' and var character
            ? (character, begin + length)
            : null;
    }

    private static (char, int)? Hex(ReadOnlySpan<char> text, int from, int digits) =>
        from + digits <= text.Length
        && Code(text.Slice(from, digits), NumberStyles.AllowHexSpecifier) is not '\0' and var character
            ? (character, from + digits)
            : null;

    private static char Code(ReadOnlySpan<char> digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && code is > 0 and < char.MaxValue
            ? (char)code
            : '\0';
}
