using Conformance.Generators.Patterns;

namespace Conformance.Generators.Texts;

/// <summary>A text that does not belong where it is put.</summary>
/// <param name="Name">Its part of a label: <c>newline</c>.</param>
/// <param name="Text">One character, or an octet in disguise.</param>
/// <param name="Says">For people: <c>a newline</c>.</param>
/// <param name="Kind">The class that it stands for.</param>
/// <param name="IsKey">Whether it is worth trying at every position, and alone.</param>
internal sealed record Foreign(string Name, string Text, string Says, Kind Kind, bool IsKey = false)
{
    // What people put between words and around them: let in at one place, cut off at an end.
    private const string Separators = "./_-:@+\"'";

    /// <summary>
    /// Whether it is worth trying at every position: the classes of a pattern differ from place to place, and so do the
    /// mistakes in them.
    /// </summary>
    public bool IsForEveryPlace =>
        IsKey || Kind == Kind.Neighbour || (Text.Length == 1 && Separators.Contains(Text[0]));

    /// <summary>Whether it is what trimming takes away at both ends.</summary>
    public bool IsTrimmed => Text is " " or "\n";

    /// <summary>Whether some cut it off at the end, with all that follows it.</summary>
    public bool IsCutOff => Text is "\0" or "\t" or "." or "/";

    private static readonly ImmutableArray<Foreign> Everywhere =
    [
        new("space", " ", "a space", Kind.WhiteSpace, IsKey: true),
        new("newline", "\n", "a newline", Kind.WhiteSpace, IsKey: true),
        new("carriage-return", "\r", "a carriage return", Kind.WhiteSpace),
        new("tab", "\t", "a tab", Kind.WhiteSpace, IsKey: true),
        new("nul", "\0", "a NUL", Kind.Nul, IsKey: true),
        new("control", "\u0001", "a control character (U+0001)", Kind.Control),
        new("delete", "\u007F", "a DEL (U+007F)", Kind.Control),
        new("next-line", "\u0085", "a next-line character (U+0085)", Kind.Control),
        new("no-break-space", "\u00A0", "a no-break space", Kind.WhiteSpace),
        new("line-separator", "\u2028", "a line separator (U+2028)", Kind.WhiteSpace),
        new("zero-width-space", "\u200B", "a zero-width space", Kind.WhiteSpace),
        new("e-acute", "\u00E9", "an é", Kind.BeyondAscii, IsKey: true),
        new("superscript-two", "\u00B2", "a superscript two", Kind.OtherDigit),
        new("arabic-digit", "\u0663", "an Arabic digit three", Kind.OtherDigit),
        new("full-width-digit", "\uFF11", "a full-width digit one", Kind.OtherDigit, IsKey: true),
        new("full-width-letter", "\uFF41", "a full-width letter a", Kind.LookAlike),
        new("cyrillic-a", "\u0430", "a Cyrillic letter that looks like an a", Kind.LookAlike),
        new("kelvin-sign", "\u212A", "a Kelvin sign, which lower-cases to k", Kind.LookAlike),
        new("long-s", "\u017F", "a long s, which upper-cases to S", Kind.LookAlike),
        new("dotless-i", "\u0131", "a dotless i", Kind.LookAlike),
        new("combining-acute", "\u0301", "a combining acute accent", Kind.Combining),
        new("astral-letter", "\U0001D41A", "a mathematical bold a (U+1D41A)", Kind.Astral),
        new("emoji", "\U0001F600", "an emoji", Kind.Astral),
        new("high-surrogate", "\uD800", "a high surrogate alone", Kind.LoneSurrogate),
        new("low-surrogate", "\uDC00", "a low surrogate alone", Kind.LoneSurrogate),
        new("percent-octet", "%61", "a percent-encoded a as text", Kind.PercentOctet),
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
                .Concat(Ascii(c => !language.Holds(c)).Select(c => Of(c, Kind.Outsider)))
                .DistinctBy(f => f.Text)
                .Where(f => !f.Text.All(language.Holds)),
        ];

    // The characters beside a range are where a range that was mistyped goes wrong: @ [ ` { / and :.
    private static IEnumerable<Foreign> Neighbours(PatternLanguage language) =>
        Ascii(c => !language.Holds(c) && (language.Holds((char)(c - 1)) || language.Holds((char)(c + 1))))
            .Select((c, i) => Of(c, Kind.Neighbour) with { IsKey = i == 0 });

    private static IEnumerable<Foreign> OtherCase(PatternLanguage language) =>
        Ascii(c => char.IsAsciiLetter(c) && language.Holds(c))
            .Select(c => (char)(c ^ ' '))
            .Where(c => !language.Holds(c))
            .Take(1)
            .Select(c =>
                Of(c, Kind.OtherCase) with
                {
                    IsKey = true,
                    Says = $"the letter {c} in a case that does not belong",
                }
            );

    private static IEnumerable<char> Ascii(Func<char, bool> isWanted) =>
        Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(isWanted);

    private static Foreign Of(char c, Kind kind) => new(CharacterName.Of(c), c.ToString(), $"the character {c}", kind);
}
