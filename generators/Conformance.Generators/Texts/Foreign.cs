using System.Collections.Immutable;
using Conformance.Generators.Patterns;

namespace Conformance.Generators.Texts;

/// <summary>A text that does not belong where it is put.</summary>
/// <param name="Name">Its part of a label: <c>newline</c>.</param>
/// <param name="Text">One character, or an octet in disguise.</param>
/// <param name="Says">For people: <c>a newline</c>.</param>
/// <param name="IsKey">Whether it is worth trying at every position.</param>
internal sealed record Foreign(string Name, string Text, string Says, bool IsKey = false)
{
    private static readonly ImmutableArray<Foreign> Everywhere =
    [
        new("space", " ", "a space", IsKey: true),
        new("newline", "\n", "a newline", IsKey: true),
        new("carriage-return", "\r", "a carriage return"),
        new("tab", "\t", "a tab", IsKey: true),
        new("nul", "\0", "a NUL", IsKey: true),
        new("control", "\u0001", "a control character (U+0001)"),
        new("delete", "\u007F", "a DEL (U+007F)"),
        new("next-line", "\u0085", "a next-line character (U+0085)"),
        new("no-break-space", "\u00A0", "a no-break space"),
        new("line-separator", "\u2028", "a line separator (U+2028)"),
        new("zero-width-space", "\u200B", "a zero-width space"),
        new("e-acute", "\u00E9", "an é", IsKey: true),
        new("superscript-two", "\u00B2", "a superscript two"),
        new("arabic-digit", "\u0663", "an Arabic digit three"),
        new("full-width-digit", "\uFF11", "a full-width digit one"),
        new("full-width-letter", "\uFF41", "a full-width letter a"),
        new("cyrillic-a", "\u0430", "a Cyrillic letter that looks like an a"),
        new("kelvin-sign", "\u212A", "a Kelvin sign, which lower-cases to k"),
        new("long-s", "\u017F", "a long s, which upper-cases to S"),
        new("dotless-i", "\u0131", "a dotless i"),
        new("combining-acute", "\u0301", "a combining acute accent"),
        new("astral-letter", "\U0001D41A", "a mathematical bold a (U+1D41A)"),
        new("emoji", "\U0001F600", "an emoji"),
        new("percent-octet", "%41", "a percent-encoded A as text"),
    ];

    /// <summary>
    /// What certainly is outside the language's alphabet, most telling first; in the end every printable ASCII
    /// character, since an implementation may allow any single one too many.
    /// </summary>
    public static ImmutableArray<Foreign> To(PatternLanguage language) =>
        [
            .. Neighbours(language)
                .Concat(OtherCase(language))
                .Concat(Everywhere)
                .Concat(Ascii(c => !language.Alphabet.Contains(c)))
                .DistinctBy(f => f.Text)
                .Where(f => !IsIn(language, f.Text)),
        ];

    private static bool IsIn(PatternLanguage language, string text) => text.All(language.Alphabet.Contains);

    // The characters beside a range are where a range that was mistyped goes wrong: @ [ ` { / and :.
    private static IEnumerable<Foreign> Neighbours(PatternLanguage language) =>
        Ascii(c =>
                !language.Alphabet.Contains(c)
                && (language.Alphabet.Contains((char)(c - 1)) || language.Alphabet.Contains((char)(c + 1)))
            )
            .Select((f, i) => f with { IsKey = i == 0 });

    private static IEnumerable<Foreign> OtherCase(PatternLanguage language) =>
        language
            .Alphabet.Where(char.IsAsciiLetter)
            .Select(c => (char)(c ^ ' '))
            .Where(c => !language.Alphabet.Contains(c))
            .Take(1)
            .Select(c => Of(c) with { IsKey = true, Says = $"the letter {c} in a case that does not belong" });

    private static IEnumerable<Foreign> Ascii(Func<char, bool> isWanted) =>
        Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(isWanted).Select(Of);

    private static Foreign Of(char c) => new(CharacterName.Of(c), c.ToString(), $"the character {c}");
}
