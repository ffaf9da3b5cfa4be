using System.Collections.Immutable;

namespace Conformance.Generators.Patterns;

/// <summary>The spellings of a UUID between which reading R29 leaves the choice.</summary>
internal static class UuidSpelling
{
    /// <summary>Whatever a lenient reader takes for one: blanks around it, a prefix, braces, dashes anywhere or nowhere, both cases.</summary>
    public const string Lenient =
        @"[\s\u0085\u00A0\u2000-\u200B\u2028\u2029\u202F\u205F\u3000]*(?:[uU][rR][nN]:)?(?:[uU][uU][iI][dD]:)?[{(]*"
        + @"[0-9a-fA-F](?:-*[0-9a-fA-F]){31}"
        + @"[)}]*[\s\u0085\u00A0\u2000-\u200B\u2028\u2029\u202F\u205F\u3000]*";

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
        [
            .. ranges
                .SelectMany(range => Enumerable.Range(range.Min, range.Width))
                .Select(c => (char)c)
                .Where(c => !char.IsAsciiLetterUpper(c) || !ranges.Any(r => r.Contains(char.ToLowerInvariant(c))))
                .Select(c => new CharRange(c, c)),
        ];
}
