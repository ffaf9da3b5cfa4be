using Conformance.Engine.Tests.Running;
using Conformance.Reference.Mutants;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Testing;

/// <summary>What is wrong is told by every seed, also where an ordinary value happens to be just what is rejected.</summary>
public sealed class OrdinaryControlTests
{
    // With seed 7 the first ordinary token has 33 characters as well.
    [Theory]
    [InlineData("RejectsDefinitionTokenOf33", 1)]
    [InlineData("RejectsDefinitionTokenOf33", 7)]
    [InlineData("ForgetsToLimitRunToken", 9)]
    public async Task AWrongTargetIsSeenThroughByThisSeed(string name, long seed)
    {
        var mutant = AllMutants.List.Single(d => d.Name == name);
        var report = await KitRuns.Of(
            mutant,
            options => options with { Seed = seed, RunId = "check0", Selection = new([], [], mutant.Breaks) }
        );
        Assert.Equal(Outcome.Failed, Assert.Single(report.Verdicts).Outcome);
    }
}
