using System.Collections.Immutable;
using Conformance.Reference.Pennsieve;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Suite.Tests.Scenarios.Pennsieve;

/// <summary>A wrong implementation: what it does wrong, and which behaviours have to notice.</summary>
/// <param name="Says">The lie, in words that follow "the target".</param>
/// <param name="Tells">Makes the implementation.</param>
/// <param name="Breaks">Behaviours that have to fail; no other may.</param>
internal sealed record Lie(string Says, Func<PennsieveBehaviour> Tells, params ImmutableArray<string> Breaks)
{
    /// <summary>Whether webhooks are waited for in vain.</summary>
    public bool IsSilent { get; init; }

    /// <summary>A row for each lie, under its name.</summary>
    public static IEnumerable<TheoryDataRow<string>> Rows(IEnumerable<Lie> lies) =>
        lies.Select(lie => new TheoryDataRow<string>(lie.Says)
        {
            TestDisplayName = $"ATargetIsSeenThroughThat {lie.Says}",
            Label = "",
        });

    /// <summary>Lets the kit judge the lie of this name by these behaviours.</summary>
    public static async Task IsSeenThrough(IEnumerable<Lie> lies, string says, params string[] judged)
    {
        var lie = lies.Single(l => l.Says == says);
        var report = await Judging.Of(
            new PennsieveOptions { RunDelay = TimeSpan.FromMilliseconds(5) },
            lie.Tells(),
            c => lie.IsSilent ? Judging.Hurried(c) : c,
            judged
        );
        Assert.True(lie.Breaks.Order().SequenceEqual(report.Ids(Outcome.Failed).Order()), report.NotPassed());
        Assert.Empty(report.Ids(Outcome.Errored));
        var breaksMust = report.Verdicts.Any(v => v is { Outcome: Outcome.Failed, Requirement.Level: Level.Must });
        Assert.Equal(breaksMust, Conclusion.Of(report).ExitCode == 1);
    }
}
