using System.Collections.Immutable;
using Conformance.Reference.NovaAct;
using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>A wrong implementation: what it does wrong, and which requirements have to notice.</summary>
/// <param name="Says">The lie, in words that follow "the target".</param>
/// <param name="Tells">Makes the implementation.</param>
/// <param name="Breaks">Globs over ids (without the API's name): each has to match a requirement that failed.</param>
internal sealed record Lie(string Says, Func<NovaActBehaviour> Tells, params ImmutableArray<string> Breaks)
{
    /// <summary>Globs over requirements that the lie breaks honestly, but that need not notice it.</summary>
    public ImmutableArray<string> MayBreak { get; init; } = [];

    /// <summary>Globs over the requirements that are judged: fewer where a lie can't reach the others.</summary>
    public ImmutableArray<string> Judged { get; init; } = ["*"];

    /// <summary>What a demand on one member can reach: its own requirements, errors and whole requests.</summary>
    public static ImmutableArray<string> Around(string member) =>
        [$"*/{member}/*", $"*/{member.Split('/')[0]}/error/*", $"*/{member.Split('/')[0]}/request/*"];

    /// <summary>A row for each lie, under its name.</summary>
    public static IEnumerable<TheoryDataRow<string>> Rows(IEnumerable<Lie> lies) =>
        lies.Select(lie => new TheoryDataRow<string>(lie.Says)
        {
            TestDisplayName = $"ATargetIsSeenThroughThat {lie.Says}",
            Label = "",
        });

    /// <summary>Lets the kit judge the lie of this name.</summary>
    public static Task IsSeenThrough(IEnumerable<Lie> lies, string says) =>
        lies.Single(lie => lie.Says == says).IsSeenThrough();

    /// <summary>Lets the kit judge it: it has to fail what the lie breaks, and nothing else at any level.</summary>
    private async Task IsSeenThrough()
    {
        var selection = new Selection(["nova-act"], [], Judged);
        var report = await Judging.Of(Tells(), options => options with { Selection = selection });
        var failed = report.Ids(Outcome.Failed);
        var survived = Breaks.Where(glob => !failed.Any(id => Selection.Matches(glob, id)));
        var accused = failed.Where(id => !Breaks.Concat(MayBreak).Any(glob => Selection.Matches(glob, id)));
        Assert.True(!survived.Any(), $"not noticed: {string.Join(", ", survived)}\n{report.NotPassed()}");
        Assert.True(!accused.Any(), $"accused of more: {string.Join(", ", accused)}\n{report.NotPassed()}");
        var breaksMust = report.Verdicts.Any(v => v is { Outcome: Outcome.Failed, Requirement.Level: Level.Must });
        Assert.Equal(breaksMust, report.ExitCode() == 1);
        Assert.Equal(1, report.StrictExitCode());
        Assert.Empty(report.Ids(Outcome.Errored));
    }
}
