using System.Collections.Immutable;

namespace Conformance.Generators.Patterns;

/// <summary>What can be said of the characters of a language.</summary>
internal static class Characters
{
    /// <summary>Every character on an edge, rising.</summary>
    public static ImmutableArray<char> AlphabetOf(StateTable table) =>
        [
            .. table
                .Edges.SelectMany(edges => edges)
                .Select(edge => edge.Characters)
                .Distinct()
                .SelectMany(range => Enumerable.Range(range.Min, range.Width))
                .Distinct()
                .Order()
                .Select(c => (char)c),
        ];

    /// <summary>The first character of each class of characters that lead to the same state from every state.</summary>
    public static ImmutableArray<char> RepresentativesOf(StateTable table)
    {
        var starts = table
            .Edges.SelectMany(edges => edges)
            .SelectMany(edge => new[] { (int)edge.Characters.Min, edge.Characters.Max + 1 })
            .Distinct()
            .Order()
            .Where(c => c <= char.MaxValue)
            .Select(c => (char)c);
        return
        [
            .. starts
                .Where(c => table.Edges.Any(edges => edges.Any(edge => edge.Characters.Contains(c))))
                .DistinctBy(c =>
                    string.Join(',', Enumerable.Range(0, table.Accepts.Length).Select(s => table.Step(s, c)))
                ),
        ];
    }

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
