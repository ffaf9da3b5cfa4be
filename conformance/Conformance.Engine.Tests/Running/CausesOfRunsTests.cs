using Conformance.Reference.Mutants;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running;

/// <summary>Every failure has a cause, and equal faults have equal causes in every run.</summary>
public sealed class CausesOfRunsTests
{
    [Theory]
    [InlineData("AcceptsTooLongModelId", "acceptedInvalid/maxLength/rejected")]
    [InlineData("ForgetsRunToken", "otherBehaviour/idempotency/replay")]
    [InlineData("FlipsBitInChecksum", "otherBehaviour/stream/")]
    public async Task AFaultHasTheSameCauseWhateverTheSeedAndTheRunId(string name, string key)
    {
        var mutant = AllMutants.List.Single(m => m.Name == name);
        var first = Keys(await KitRuns.Of(mutant));
        var second = Keys(await KitRuns.Of(mutant, options => options with { Seed = 77, RunId = "other7" }));
        Assert.Contains(first, its => its.Key.StartsWith(key, StringComparison.Ordinal));
        Assert.Equal(first, second);
        Assert.DoesNotContain(second, its => its.Key.Contains("other7", StringComparison.Ordinal));
    }

    private static ImmutableArray<(string Id, string Key)> Keys(RunReport report)
    {
        var failed = report.Verdicts.Where(v => v.Outcome == Outcome.Failed).ToList();
        Assert.All(failed, v => Assert.NotNull(v.Cause));
        return [.. failed.Select(v => (v.Requirement.Id, v.Cause!.Key))];
    }
}
