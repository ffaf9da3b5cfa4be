using Conformance.Schemas.Patterns;

namespace Conformance.Generators.Patterns;

/// <summary>What can be said of the characters of a language.</summary>
internal static class Characters
{
    /// <summary>Every character on an edge, rising.</summary>
    public static ImmutableArray<char> AlphabetOf(StateTable table) =>
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(table.Holds)];

    /// <summary>
    /// The ASCII characters that are most likely to be got wrong: all that are no letters or digits, the first and the last
    /// of each run of letters or digits, and one of each class.
    /// </summary>
    public static ImmutableArray<char> TellingOf(StateTable table) =>
        [
            .. Enumerable
                .Range(0, 128)
                .Select(c => (char)c)
                .Where(c => table.Holds(c) && (IsEndOfARun(table, c) || table.Representatives.Contains(c))),
        ];

    // A range such as .-9 is written in one and meant as two: punctuation, and digits.
    private static bool IsEndOfARun(StateTable table, char c) =>
        !char.IsAsciiLetterOrDigit(c)
        || !(table.Holds((char)(c - 1)) && char.IsAsciiLetterOrDigit((char)(c - 1)))
        || !(table.Holds((char)(c + 1)) && char.IsAsciiLetterOrDigit((char)(c + 1)));

    /// <summary>The first wanted character of the range, taken out of the wanted ones, or null.</summary>
    public static char? TakeFrom(CharRange range, ISet<char> wanted)
    {
        for (int c = range.Min; c <= range.Max; c++)
        {
            if (wanted.Remove((char)c))
                return (char)c;
        }
        return null;
    }
}
