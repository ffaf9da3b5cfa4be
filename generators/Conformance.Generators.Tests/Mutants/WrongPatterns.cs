using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Generators.Tests.Mutants;

/// <summary>The pattern, mistyped: in each of its classes, its quantifiers and its groups.</summary>
internal static partial class WrongPatterns
{
    public static IEnumerable<Mutant> Of(Right right)
    {
        var pattern = right.Pattern!;
        return Classes(pattern)
            .Concat(EveryClass(pattern))
            .Concat(Quantifiers(pattern))
            .Concat(Groups(pattern))
            .Distinct()
            .Where(wrong => wrong != pattern)
            .Select(wrong => right.Matching($"matches {wrong}", Right.Whole(wrong)));
    }

    private static IEnumerable<string> Classes(string pattern) =>
        from found in ClassText().Matches(pattern)
        from wrong in WrongClasses.Of(found.Value)
        select Replaced(pattern, found, wrong);

    /// <summary>One character of ASCII too many that is no letter or digit, in all classes alike.</summary>
    private static IEnumerable<string> EveryClass(string pattern) =>
        Enumerable
            .Range(' ', '~' - ' ' + 1)
            .Select(c => (char)c)
            .Where(c => !char.IsAsciiLetterOrDigit(c))
            .Select(c => ClassText().Replace(pattern, found => WrongClasses.With(c, found.Value)));

    private static IEnumerable<string> Quantifiers(string pattern) =>
        from found in QuantifierText().Matches(pattern)
        where !ClassText().Matches(pattern).Any(c => found.Index > c.Index && found.Index < c.Index + c.Length)
        from wrong in Others(found)
        select Replaced(pattern, found, wrong);

    private static IEnumerable<string> Others(Match quantifier)
    {
        if (quantifier.Value is "+" or "*" or "?")
            return new[] { "", "+", "*", "?", "{2,}", "{0,2}" };
        var parts = quantifier.Value.Trim('{', '}').Split(',');
        var min = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var max = int.Parse(parts[^1], CultureInfo.InvariantCulture);
        return new[]
        {
            (min - 1, max),
            (min + 1, max),
            (min, max - 1),
            (min, max + 1),
            (min - 1, max - 1),
            (min + 1, max + 1),
        }
            .Where(limits => limits.Item1 >= 0 && limits.Item1 <= limits.Item2)
            .Select(limits => $"{{{limits.Item1},{limits.Item2}}}")
            .Append($"{{{min},}}");
    }

    /// <summary>Each group that holds no other: left out, optional, once.</summary>
    private static IEnumerable<string> Groups(string pattern) =>
        from found in InnermostGroup().Matches(pattern)
        let part = found.Groups[1].Value
        from wrong in new[] { "", part, part + "?", part + "*", part + "{2}" }
        select Replaced(pattern, found, wrong);

    private static string Replaced(string pattern, Match found, string wrong) =>
        pattern.Remove(found.Index, found.Length).Insert(found.Index, wrong);

    [GeneratedRegex(@"\[(?:\\.|[^\]\\])*\]")]
    private static partial Regex ClassText();

    [GeneratedRegex(@"(?<=[\])a-z])(?:[+*]|\?(?!:)|\{\d+(?:,\d+)?\})")]
    private static partial Regex QuantifierText();

    // A group with an alternative would take another meaning without its parentheses.
    [GeneratedRegex(@"(\((?:\?:)?(?:\[(?:\\.|[^\]\\])*\]|[^()\[|])+\))(?:[+*?]|\{\d+(?:,\d+)?\})?")]
    private static partial Regex InnermostGroup();
}
