using Conformance.Reports.Tests.Samples;
using Conformance.Schemas;

namespace Conformance.Reports.Tests;

public sealed class ConclusionTests
{
    private static readonly Verdict PassedMust = SampleVerdicts.Of(Level.Must, Outcome.Passed);

    [Theory]
    [InlineData(Level.Must, false, 1)]
    [InlineData(Level.Must, true, 1)]
    [InlineData(Level.Should, false, 0)]
    [InlineData(Level.Should, true, 1)]
    [InlineData(Level.May, false, 0)]
    [InlineData(Level.May, true, 0)]
    public void AFailureCountsWhereItsLevelBinds(Level level, bool isStrict, int exitCode) =>
        Assert.Equal(exitCode, ExitCode(isStrict, PassedMust, SampleVerdicts.Of(level, Outcome.Failed)));

    [Theory]
    [InlineData(SkipReason.Unsupported, 0)]
    [InlineData(SkipReason.InterpretationAllows, 0)]
    [InlineData(SkipReason.NotObservable, 0)]
    [InlineData(SkipReason.NotApplicable, 0)]
    [InlineData(SkipReason.MissingFixture, 3)]
    [InlineData(SkipReason.NotIsolated, 3)]
    [InlineData(SkipReason.Interrupted, 3)]
    public void ASkippedMustLeavesTheQuestionOpenUnlessItsReasonSettlesIt(SkipReason reason, int exitCode) =>
        Assert.Equal(exitCode, ExitCode(false, PassedMust, SampleVerdicts.Of(Level.Must, Outcome.Skipped, reason)));

    [Fact]
    public void ASkippedShouldLeavesNothingOpen() =>
        Assert.Equal(
            0,
            ExitCode(false, PassedMust, SampleVerdicts.Of(Level.Should, Outcome.Skipped, SkipReason.MissingFixture))
        );

    [Fact]
    public void AnErrorIsNeverHeldAgainstTheTargetAndNeverPasses() =>
        Assert.Equal(3, ExitCode(false, PassedMust, SampleVerdicts.Of(Level.Must, Outcome.Errored)));

    [Fact]
    public void AFailureIsStillAFailureBesideAnError() =>
        Assert.Equal(
            1,
            ExitCode(
                false,
                SampleVerdicts.Of(Level.Must, Outcome.Failed),
                SampleVerdicts.Of(Level.Must, Outcome.Errored)
            )
        );

    [Fact]
    public void NothingTestedIsInconclusive() => Assert.Equal(3, ExitCode(false));

    [Theory]
    [InlineData(1, "The one mandatory requirement that could be tested passed.")]
    [InlineData(2, "All 2 mandatory requirements that could be tested passed.")]
    public void WhatPassedIsCountedInWords(int passed, string says) =>
        Assert.Equal(
            says,
            Conclusion.Of(SampleReports.Empty() with { Verdicts = [.. Enumerable.Repeat(PassedMust, passed)] }).Says
        );

    [Fact]
    public void OnlyAShouldTestedIsInconclusive() =>
        Assert.Equal(3, ExitCode(false, SampleVerdicts.Of(Level.Should, Outcome.Passed)));

    [Fact]
    public void AnIncompleteRunThatFoundNothingIsNotDecided()
    {
        var conclusion = Conclusion.Of(SampleReports.Conformant() with { IncompleteBecause = "out of time" });
        Assert.Equal(ConclusionKind.Inconclusive, conclusion.Kind);
        Assert.Contains("out of time", conclusion.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnreachableTargetIsInconclusiveForThatReason() =>
        Assert.Equal(
            "the target is out of reach",
            Conclusion.Of(SampleReports.Empty() with { InconclusiveBecause = "the target is out of reach" }).Says
        );

    private static int ExitCode(bool isStrict, params Verdict[] verdicts) =>
        Conclusion.Of(SampleReports.Empty() with { IsStrict = isStrict, Verdicts = [.. verdicts] }).ExitCode;
}
