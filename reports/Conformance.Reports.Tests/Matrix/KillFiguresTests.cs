using Conformance.Reports.Matrix;
using Conformance.Reports.Tests.Samples;
using Conformance.Schemas;

namespace Conformance.Reports.Tests.Matrix;

public sealed class KillFiguresTests
{
    [Fact]
    public void ADefectIsKilledOnlyWhereEveryTrialKilledIt()
    {
        var figures = KillFigures.Of(
            SampleMatrices.Of([SampleMatrices.Defect("A", 3, 4), SampleMatrices.Defect("B", 3, null)], [])
        );
        Assert.Equal((2, 1), (figures.Defects, figures.Killed));
        Assert.Equal(0.5, figures.KillRate);
        Assert.Equal("B", Assert.Single(figures.Survivors).Name);
    }

    [Fact]
    public void ASurvivorThatIsListedWithAReasonIsExcused()
    {
        var listed = SampleMatrices.Defect("A", default(int?)) with { MaySurviveBecause = "it shows rarely" };
        Assert.True(KillFigures.Of(SampleMatrices.Of([listed], [])).IsProved);
        Assert.False(KillFigures.Of(SampleMatrices.Of([listed with { MaySurviveBecause = null }], [])).IsProved);
    }

    [Fact]
    public void WhatIsHeldAgainstADefectWronglyIsNotTheRightReason()
    {
        var killed = SampleMatrices.Defect("A", 3);
        var beside = killed with { Trials = [SampleMatrices.Trial(1, 3, Aim.Beside)] };
        var unnoticed = killed with { Trials = [killed.Trials[0] with { Unnoticed = ["nova-act/*/name/*"] }] };
        Assert.Equal(Fate.Killed, killed.Fate);
        Assert.Equal(Fate.KilledForAnotherReason, beside.Fate);
        Assert.Equal(Fate.KilledForAnotherReason, unnoticed.Fate);
        var figures = KillFigures.Of(SampleMatrices.Of([killed, beside, unnoticed], []));
        Assert.Equal((3, 1), (figures.Killed, figures.KilledForTheRightReason));
    }

    [Fact]
    public void AnAccusedVariantIsAFalseAlarmAndSoIsOneInDoubt()
    {
        var accused = SampleMatrices.Variant("A", new Accusation(SampleMatrices.Status, "200"));
        var right = SampleMatrices.Variant("B");
        var inDoubt = right with { Name = "C", Trials = [right.Trials[0] with { Doubt = "too little was proved" }] };
        var figures = KillFigures.Of(SampleMatrices.Of([], [accused, right, inDoubt]));
        Assert.Equal(["A", "C"], figures.FalseAlarms.Select(v => v.Name));
        Assert.False(figures.IsProved);
    }

    [Fact]
    public void ARequirementThatNothingFailsIsUnproved()
    {
        var matrix = SampleMatrices.Of([], []);
        var bare = matrix with { Requirements = [new(SampleMatrices.TooLong, Level.Must, "It is refused.", [])] };
        Assert.Single(KillFigures.Of(bare).UnprovedRequirements);
        Assert.Empty(KillFigures.Of(bare with { IsPartial = true }).UnprovedRequirements);
    }

    [Fact]
    public void RequestsToAKillAreTheMedianOverTrialsAndThenOverDefects()
    {
        Assert.Equal(4, SampleMatrices.Defect("A", 2, 4, 100).MedianRequestsToKill);
        Assert.Equal(3, SampleMatrices.Defect("A", 2, 4).MedianRequestsToKill);
        Assert.Equal(4, SampleMatrices.Defect("A", 2, 4, null).MedianRequestsToKill);
        Assert.Null(SampleMatrices.Defect("A", 2, null).MedianRequestsToKill);
        var matrix = SampleMatrices.Of(
            [SampleMatrices.Defect("A", 2), SampleMatrices.Defect("B", 10), SampleMatrices.Defect("C", default(int?))],
            []
        );
        Assert.Equal(6, KillFigures.Of(matrix).MedianRequestsToKill);
    }
}
