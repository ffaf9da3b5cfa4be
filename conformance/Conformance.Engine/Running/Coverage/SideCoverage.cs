using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Running.Coverage;

/// <summary>What was tried on one side of a constraint.</summary>
internal static class SideCoverage
{
    private const int MostLabels = 8;
    private const int LongestExample = 60;
    private const int LongestReason = 200;

    /// <summary>The classes that exist there, and what else was sent; none where no requirement of the run tries that side.</summary>
    /// <param name="side">The side.</param>
    /// <param name="existing">The classes that exist.</param>
    /// <param name="trials">The requirements that try it.</param>
    public static IEnumerable<ClassCoverage> Of(Side side, ImmutableArray<ValueClass> existing, List<Trial> trials)
    {
        if (trials.Count == 0)
            return [];
        var sent = trials.SelectMany(t => t.Tried?.Sent ?? []).ToLookup(c => c.Class);
        var names = existing.Select(c => c.Name).ToHashSet();
        // Values in dispute are sent for all constraints of a member at once: each belongs to those that it disputes.
        var others = side == Side.Disputed ? [] : sent.Where(s => !names.Contains(s.Key));
        return existing
            .Select(c => Of(c, [.. sent[c.Name]], trials))
            .Concat(others.Select(cases => Tried(new(cases.Key, side, SaysOf(cases.First()), []), [.. cases])));
    }

    /// <summary>A class on a side that no requirement of the kit is about.</summary>
    public static ClassCoverage Untested(ValueClass @class) =>
        @class.WhyNone is { } why
            ? None(@class, CoverageStanding.NoSuchValue, why)
            : None(@class, CoverageStanding.NotTried, "no requirement is about such values by themselves");

    private static ClassCoverage Of(ValueClass @class, ImmutableArray<Case> sent, List<Trial> trials) =>
        !sent.IsEmpty ? Tried(@class, sent)
        : @class.WhyNone is { } why ? None(@class, CoverageStanding.NoSuchValue, why)
        : None(@class, CoverageStanding.NotTried, WhyNotTried(@class.Name, trials));

    private static ClassCoverage Tried(ValueClass @class, ImmutableArray<Case> sent)
    {
        var labels = sent.Select(c => c.Label).Distinct().ToImmutableArray();
        return new ClassCoverage(SideOf(@class.Side), @class.Name, @class.Says, CoverageStanding.Tried, labels.Length)
        {
            Labels = [.. labels.Take(MostLabels)],
            Example = sent.Select(c => c.Sample?.Value.ToJson()).FirstOrDefault(json => json is not null) is { } example
                ? Cut(example, LongestExample)
                : null,
            Interpretation = @class.Interpretation,
        };
    }

    private static ClassCoverage None(ValueClass @class, CoverageStanding standing, string why) =>
        new(SideOf(@class.Side), @class.Name, @class.Says, standing, 0)
        {
            WhyNone = why,
            Interpretation = @class.Interpretation,
        };

    private static string WhyNotTried(string @class, List<Trial> trials)
    {
        if (trials.Select(t => t.Tried?.WhyNot(@class)).FirstOrDefault(why => why is not null) is { } known)
            return Cut(known, LongestReason);
        var open = trials.FirstOrDefault(t => t.Verdict.Outcome is Outcome.Skipped or Outcome.Errored)?.Verdict;
        return open is null
            ? "left out by this profile: a larger one tries more"
            : Cut($"its requirement was {open.Outcome.ToString().ToLowerInvariant()}: {open.Reason}", LongestReason);
    }

    private static string SaysOf(Case @case) => @case.Sample?.Says ?? @case.Says;

    private static CoverageSide SideOf(Side side) =>
        side switch
        {
            Side.Inside => CoverageSide.Inside,
            Side.Outside => CoverageSide.Outside,
            _ => CoverageSide.Disputed,
        };

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] + "…"
        : text[..longest] + "…";
}
