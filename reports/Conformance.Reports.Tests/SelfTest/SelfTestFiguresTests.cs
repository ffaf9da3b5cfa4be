using Conformance.Reports.SelfTest;
using Conformance.Reports.Tests.Samples;
using Conformance.Schemas;

namespace Conformance.Reports.Tests.SelfTest;

public sealed class SelfTestFiguresTests
{
    [Fact]
    public void AMutantIsKilledOnlyWhereEveryTrialKilledIt()
    {
        var figures = SelfTestFigures.Of(
            SampleSelfTests.Of([SampleSelfTests.Mutant("A", 3, 4), SampleSelfTests.Mutant("B", 3, null)], [])
        );
        Assert.Equal((2, 1), (figures.Mutants, figures.Killed));
        Assert.Equal(0.5, figures.MutationScore);
        Assert.Equal("B", Assert.Single(figures.Survivors).Name);
    }

    [Fact]
    public void ASurvivorThatIsListedWithAReasonIsExcused()
    {
        var listed = SampleSelfTests.Mutant("A", default(int?)) with { MaySurviveBecause = "it shows rarely" };
        Assert.True(SelfTestFigures.Of(SampleSelfTests.Of([listed], [])).IsPassed);
        Assert.False(SelfTestFigures.Of(SampleSelfTests.Of([listed with { MaySurviveBecause = null }], [])).IsPassed);
    }

    [Fact]
    public void WhatIsHeldAgainstAMutantWronglyIsNotTheRightReason()
    {
        var killed = SampleSelfTests.Mutant("A", 3);
        var beside = killed with { Trials = [SampleSelfTests.MutantTrial(1, 3, Aim.Beside)] };
        var unnoticed = killed with { Trials = [killed.Trials[0] with { Unnoticed = ["nova-act/*/name/*"] }] };
        Assert.Equal(Fate.Killed, killed.Fate);
        Assert.Equal(Fate.KilledForAnotherReason, beside.Fate);
        Assert.Equal(Fate.KilledForAnotherReason, unnoticed.Fate);
        var figures = SelfTestFigures.Of(SampleSelfTests.Of([killed, beside, unnoticed], []));
        Assert.Equal((3, 1), (figures.Killed, figures.KilledForTheRightReason));
    }

    [Fact]
    public void AVariantIsFalselyAccusedWhereAnythingFailsAndWhereTooLittleIsDecided()
    {
        var accused = SampleSelfTests.Variant("A", new Accusation(SampleSelfTests.Status, "200"));
        var right = SampleSelfTests.Variant("B");
        var inDoubt = right with { Name = "C", Trials = [right.Trials[0] with { Doubt = "too little was tested" }] };
        var figures = SelfTestFigures.Of(SampleSelfTests.Of([], [accused, right, inDoubt]));
        Assert.Equal(["A", "C"], figures.FalseAccusations.Select(v => v.Name));
        Assert.False(figures.IsPassed);
    }

    [Fact]
    public void ARequirementThatNoMutantFailsIsNamed()
    {
        var report = SampleSelfTests.Of([], []);
        var bare = report with { Requirements = [new(SampleSelfTests.TooLong, Level.Must, "It is rejected.", [])] };
        Assert.Single(SelfTestFigures.Of(bare).UnfailedRequirements);
        Assert.Empty(SelfTestFigures.Of(bare with { IsPartial = true }).UnfailedRequirements);
        Assert.Empty(SelfTestFigures.Of(bare with { IsUntilKilled = true }).UnfailedRequirements);
    }

    [Fact]
    public void ARuleThatNoticesNothingAloneIsRedundant()
    {
        var report = SampleSelfTests.Of([], []) with
        {
            Parts = [new("maxLength/rejected", ["A"], ["A", "B"]), new("minLength/rejected", [], [])],
        };
        var figures = SelfTestFigures.Of(report);
        Assert.Equal("minLength/rejected", Assert.Single(figures.RedundantParts).Name);
        Assert.False(figures.IsPassed);
    }

    [Fact]
    public void RequestsToAKillAreTheMedianOverTrialsAndThenOverMutants()
    {
        Assert.Equal(4, SampleSelfTests.Mutant("A", 2, 4, 100).MedianRequestsToKill);
        Assert.Equal(3, SampleSelfTests.Mutant("A", 2, 4).MedianRequestsToKill);
        Assert.Equal(4, SampleSelfTests.Mutant("A", 2, 4, null).MedianRequestsToKill);
        Assert.Null(SampleSelfTests.Mutant("A", 2, null).MedianRequestsToKill);
        var report = SampleSelfTests.Of(
            [
                SampleSelfTests.Mutant("A", 2),
                SampleSelfTests.Mutant("B", 10),
                SampleSelfTests.Mutant("C", default(int?)),
            ],
            []
        );
        Assert.Equal(6, SelfTestFigures.Of(report).MedianRequestsToKill);
    }
}
