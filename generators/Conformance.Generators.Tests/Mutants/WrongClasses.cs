using System.Text.RegularExpressions;

namespace Conformance.Generators.Tests.Mutants;

/// <summary>A class of characters, mistyped.</summary>
internal static partial class WrongClasses
{
    private static readonly string[] Shorthands =
    [
        @"\w",
        @"\d",
        @"\s",
        @"\p{L}",
        @"\p{Nd}",
        @"\p{IsLatin-1Supplement}",
    ];

    public static IEnumerable<string> Of(string text)
    {
        var items = Item().Matches(text[1..^1]).Select(match => match.Value).ToArray();
        return Without(items).Concat(WithWrongEnds(items)).Concat(WithMore(items)).Concat(WithWrongHyphens(items));
    }

    /// <summary>The class with this character too many.</summary>
    public static string With(char more, string text) => $"[{Escaped(more)}{text[1..]}";

    private static IEnumerable<string> Without(string[] items) =>
        items.Length < 2 ? [] : items.Select((_, i) => Class(items.Where((_, j) => j != i)));

    /// <summary>Each range with one character more or fewer at an end; both cases of letters in one range.</summary>
    private static IEnumerable<string> WithWrongEnds(string[] items) =>
        (
            from i in Enumerable.Range(0, items.Length)
            where items[i].Length == 3
            let low = (int)items[i][0]
            let high = (int)items[i][2]
            from wrong in new[] { (low + 1, high), (low, high - 1), (low - 1, high), (low, high + 1) }
            select Class(items.Select((item, j) => j == i ? $"{Escaped(wrong.Item1)}-{Escaped(wrong.Item2)}" : item))
        ).Append(Class(items.Select(item => item is "A-Z" or "a-z" ? "A-z" : item)));

    /// <summary>Characters that people think of, and what stands for more than was meant.</summary>
    private static IEnumerable<string> WithMore(string[] items) =>
        "_.-/:@+ ".Select(c => Escaped(c)).Concat(Shorthands).Select(more => Class([more, .. items]));

    /// <summary>A hyphen between two characters means a range; so does one that lost its backslash.</summary>
    private static IEnumerable<string> WithWrongHyphens(string[] items)
    {
        var others = items.Where(item => item is not ("-" or @"\-")).ToArray();
        return others.Length == items.Length
            ? []
            : from i in Enumerable.Range(1, Math.Max(0, others.Length - 1))
            where others[i - 1].Length == 1 && others[i].Length == 1 && others[i - 1][0] < others[i][0]
            select Class([.. others[..i], "-", .. others[i..]]);
    }

    private static string Class(IEnumerable<string> items) => $"[{string.Concat(items)}]";

    private static string Escaped(int character) => $@"\u{character:x4}";

    [GeneratedRegex(@"\\.|[^\\]-[^\\]|[^\\]")]
    private static partial Regex Item();
}
