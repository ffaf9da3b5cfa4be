using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;

namespace Conformance.Generators.Breaking;

/// <summary>
/// Texts one edit away from a pattern's language. Where no edit of a kind leads out of it, one that doesn't is yielded
/// all the same: the judge drops it, and says why the kind can't be tried.
/// </summary>
internal static class BreakPattern
{
    public static IEnumerable<Sample> Of(TextDomain shape, PatternLanguage language, Draw draw) =>
        BreakByForeigners
            .Of(shape, language, draw)
            .Concat(BreakStructure.AroundEachCharacter(shape, language, draw))
            .Concat(BreakStructure.ByOneEdit(shape, language, draw, "edits"))
            .Concat(BreakByMending.Of(shape, language, draw))
            .Concat(Alone(shape, language, draw))
            .Concat(Alternatives(shape, language, draw))
            .Concat(BreakPatternAtRandom.Of(shape, language, draw));

    /// <summary>Values of nothing else: what an emptiness check or a search for a match lets through.</summary>
    private static IEnumerable<Sample> Alone(TextDomain shape, PatternLanguage language, Draw draw)
    {
        foreach (var foreign in shape.Foreigners.Where(f => draw.Thoroughness.IsSparing ? f.Text == " " : f.IsKey))
            yield return Repeat(foreign.Text, foreign.Name, foreign.Says);
        foreach (var c in language.Structural)
            yield return Repeat(c.ToString(), CharacterName.Of(c), c.ToString());
        if (language.LongestRun('a') is { } longest)
            yield return new Text(new string('a', longest + 1), "").As(
                "longer-run",
                $"{longest + 1} × a, one more than the pattern has room for",
                Kind.More
            );

        Sample Repeat(string text, string name, string says) =>
            new Text(string.Concat(Enumerable.Repeat(text, Math.Max(1, shape.Limits.Min))), "").As(
                $"{name}-only",
                $"nothing but {says}",
                Kind.Alone
            );
    }

    /// <summary>The other alternatives of the pattern, each with a few things wrong: ordinary values are of one alternative only.</summary>
    private static IEnumerable<Sample> Alternatives(TextDomain shape, PatternLanguage language, Draw draw) =>
        from branch in shape.Branches.Index()
        let label = $"alternative-{branch.Index + 1}"
        from sample in BreakByForeigners
            .OfFewKinds(branch.Item, language, draw.For(label))
            .Concat(BreakStructure.ByOneEdit(branch.Item, language, draw, label))
        select sample with
        {
            Class = $"{label}-{sample.Class}",
            Says = $"{sample.Says}, in alternative {branch.Index + 1} of the pattern",
        };
}
