namespace Conformance.Generators.Texts;

/// <summary>What the texts of one class have in common.</summary>
/// <param name="Name">Stable name of the class.</param>
/// <param name="Says">For people.</param>
internal sealed record Kind(string Name, string Says)
{
    public static readonly Kind Outsider = new("outsider", "a character that the pattern has no place for");
    public static readonly Kind Neighbour = new("neighbour", "an ASCII neighbour of the pattern's characters");
    public static readonly Kind OtherCase = new("other-case", "a letter in a case that does not belong");
    public static readonly Kind TrailingNewline = new("trailing-newline", "a newline after the end");
    public static readonly Kind WhiteSpace = new("white-space", "white space, line ends included");
    public static readonly Kind Nul = new("nul", "a NUL");
    public static readonly Kind Control = new("control", "a control character");
    public static readonly Kind BeyondAscii = new("beyond-ascii", "a letter beyond ASCII");
    public static readonly Kind LookAlike = new(
        "look-alike",
        "a letter that looks like another, or becomes one in another case"
    );
    public static readonly Kind OtherDigit = new("other-digit", "a digit beyond ASCII");
    public static readonly Kind Combining = new("combining", "a combining mark");
    public static readonly Kind Astral = new("astral", "a character beyond 16 bits");
    public static readonly Kind LoneSurrogate = new("lone-surrogate", "half of a character beyond 16 bits");
    public static readonly Kind PercentOctet = new("percent-octet", "a percent-encoded octet as text");

    public static readonly Kind WrongFirst = new("wrong-first", "a first character that belongs elsewhere");
    public static readonly Kind WrongLast = new("wrong-last", "a last character that belongs elsewhere");
    public static readonly Kind Fewer = new("one-fewer", "one character fewer");
    public static readonly Kind More = new("one-more", "one character more");
    public static readonly Kind Swapped = new("swapped", "two characters in the wrong order");
    public static readonly Kind Replaced = new("replaced", "a character where another one belongs");
    public static readonly Kind Alone = new("alone", "nothing but one character");

    public static readonly Kind EveryCharacter = new("every-character", "every character of the pattern at least once");
    public static readonly Kind First = new("first-character", "each telling character as the first");
    public static readonly Kind Last = new("last-character", "each telling character as the last");
    public static readonly Kind Run = new("run", "separators in a row, or one character alone");
    public static readonly Kind Branch = new("alternative", "each alternative of the pattern");
    public static readonly Kind Random = new("random", "random members, lengths spread evenly");

    public static readonly Kind AtLimit = new("at-the-limit", "the last legal length");
    public static readonly Kind NearLimit = new("within-the-limit", "the legal length next to the last");
    public static readonly Kind OneBeyond = new("one-beyond", "one character beyond the limit");
    public static readonly Kind FarBeyond = new("far-beyond", "far beyond the limit");
    public static readonly Kind Huge = new("huge", "beyond what servers and readers usually take");
    public static readonly Kind OtherUnits = new("other-units", "characters of several units or bytes");

    /// <summary>Every kind of near miss of a pattern, and why a pattern can have none of it.</summary>
    public static readonly ImmutableArray<(Kind Kind, string WhyNone)> NearMisses =
    [
        (Outsider, EveryAscii),
        (Neighbour, EveryAscii),
        (OtherCase, "the pattern has no letters"),
        (TrailingNewline, EveryCharacterIsIn),
        (WhiteSpace, EveryCharacterIsIn),
        (Nul, EveryCharacterIsIn),
        (Control, EveryCharacterIsIn),
        (BeyondAscii, EveryCharacterIsIn),
        (LookAlike, EveryCharacterIsIn),
        (OtherDigit, EveryCharacterIsIn),
        (Combining, EveryCharacterIsIn),
        (Astral, EveryCharacterIsIn),
        (LoneSurrogate, EveryCharacterIsIn),
        (PercentOctet, "the pattern has a place for the percent sign, letters and digits"),
        (WrongFirst, TooShort),
        (WrongLast, TooShort),
        (Fewer, TooShort),
        (More, TooShort),
        (Swapped, "ordinary members have no two characters that differ"),
        (Replaced, TooShort),
        (Alone, TooShort),
    ];

    private static readonly ImmutableDictionary<string, Kind> ByName = NearMisses
        .Select(n => n.Kind)
        .Concat([
            EveryCharacter,
            First,
            Last,
            Run,
            Branch,
            Random,
            AtLimit,
            NearLimit,
            OneBeyond,
            FarBeyond,
            Huge,
            OtherUnits,
        ])
        .ToImmutableDictionary(kind => kind.Name);

    /// <summary>The kind of this name; null for a class of one value, which speaks for itself.</summary>
    public static Kind? Named(string name) => ByName.GetValueOrDefault(name);

    private const string EveryAscii = "every ASCII character has its place in the pattern";
    private const string EveryCharacterIsIn = "every such character has its place in the pattern";
    private const string TooShort = "members are too short for an edit";
}
