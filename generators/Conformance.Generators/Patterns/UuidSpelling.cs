using Conformance.Schemas.Patterns;

namespace Conformance.Generators.Patterns;

/// <summary>The spellings of a UUID between which careful readers differ.</summary>
internal static class UuidSpelling
{
    private const string Around = @"[-{}()\s\u0085\u00A0\u2000-\u200B\u2028\u2029\u202F\u205F\u3000]*";

    // Some readers take digits of other scripts (those that are ever sent), full-width letters, signs, 0x, underscores.
    private const string Digit = @"[0-9a-fA-FxX_+\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19\uFF21-\uFF26\uFF41-\uFF46]";

    /// <summary>
    /// Whatever some reader takes for one: up to 32 digits (some count blanks as digits, some the groups alone) with dashes
    /// anywhere, and blanks, braces and a prefix around them.
    /// </summary>
    public const string Lenient =
        $"{Around}(?:[uU][rR][nN]:)?(?:[uU][uU][iI][dD]:)?{Around}(?:{Digit}-*){{1,32}}{Around}";

    /// <summary>The same pattern without the capitals of letters that it admits in both cases.</summary>
    public static Node InLowerCase(Node node) =>
        node switch
        {
            OneCharacter one => new OneCharacter(InLowerCase(one.Ranges)),
            Sequence sequence => new Sequence([.. sequence.Parts.Select(InLowerCase)]),
            Choice choice => new Choice([.. choice.Branches.Select(InLowerCase)]),
            Repeat repeat => repeat with { Part = InLowerCase(repeat.Part) },
            _ => node,
        };

    private static ImmutableArray<CharRange> InLowerCase(ImmutableArray<CharRange> ranges) =>
        CharRange.Merged(
            ranges
                .SelectMany(range => Enumerable.Range(range.Min, range.Width))
                .Select(c => (char)c)
                .Where(c => !char.IsAsciiLetterUpper(c) || !ranges.Any(r => r.Contains(char.ToLowerInvariant(c))))
                .Select(c => new CharRange(c, c))
        );
}
