using Conformance.HostileTargets.Tests.Judging;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 8)]

namespace Conformance.HostileTargets.Tests;

/// <summary>Every hostile target gets the verdict that it deserves, in bounded time and space, and does no harm.</summary>
public sealed class HostileTargetsTests
{
    // Far more than any of them needs, even on a busy machine: a run that doesn't end is what this finds.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);

    /// <summary>The names of all targets, each with its theme as a trait, so that one theme can be run alone.</summary>
    public static IEnumerable<TheoryDataRow<string>> Names =>
        from theme in AllTargets.Themes
        from target in theme.Rows
        select new TheoryDataRow<string>(target.Name).WithTrait("theme", theme.Name);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ItGetsTheVerdictThatItDeserves(string name)
    {
        var target = AllTargets.List.Single(t => t.Name == name);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(LongestRun);
        using var scratch = new Scratch();
        var trial = await InProcess.Run(target, scratch.Path, end.Token);
        TestContext.Current.TestOutputHelper!.WriteLine(trial.InWords());
        var objections = Objections.To(target, trial).ToList();
        Assert.True(objections.Count == 0, string.Join("\n", objections));
    }
}
