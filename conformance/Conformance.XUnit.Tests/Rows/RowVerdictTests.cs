using Conformance.Reports;
using Conformance.Schemas;
using Conformance.XUnit.Rows;
using static Conformance.XUnit.Tests.Rows.SampleReports;

namespace Conformance.XUnit.Tests.Rows;

public sealed class RowVerdictTests
{
    [Fact]
    public void ARequirementWithoutAVerdictNeverPasses()
    {
        var missing = Assert.IsType<RowResult.Errs>(RowVerdict.Of(With(), Id, isInProcess: false));
        Assert.Contains(
            $"expected a verdict on {Id}, got none among the 0 verdicts",
            missing.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void TheVerdictOfAnotherRequirementIsNone()
    {
        var report = With(Of(Level.Must, Outcome.Passed));
        Assert.IsType<RowResult.Errs>(RowVerdict.Of(report, Id.ToUpperInvariant(), isInProcess: false));
    }

    [Fact]
    public void WhatPassedSaysHowMuchThatTook() =>
        Assert.Equal(new RowResult.Passes("3 cases, 4 requests"), Row(Of(Level.Must, Outcome.Passed)));

    [Theory]
    [InlineData(Level.Must, false, typeof(RowResult.Fails))]
    [InlineData(Level.Should, false, typeof(RowResult.Warns))]
    [InlineData(Level.May, false, typeof(RowResult.Warns))]
    [InlineData(Level.Must, true, typeof(RowResult.Fails))]
    [InlineData(Level.Should, true, typeof(RowResult.Fails))]
    [InlineData(Level.May, true, typeof(RowResult.Warns))]
    public void AFailureWeighsAsMuchAsItsLevel(Level level, bool isStrict, Type expected) =>
        Assert.IsType(expected, Row(Of(level, Outcome.Failed), isStrict));

    [Theory]
    [InlineData(Level.Must)]
    [InlineData(Level.Should)]
    [InlineData(Level.May)]
    public void AnErrorIsNeverHeldAgainstTheTargetAndNeverPasses(Level level)
    {
        var errs = Assert.IsType<RowResult.Errs>(Row(Of(level, Outcome.Errored)));
        Assert.StartsWith("The kit, the network or the configuration failed", errs.Message, StringComparison.Ordinal);
        Assert.Contains("  reason: it rained\n", errs.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SkipReason.MissingFixture, Level.Must, false, true)]
    [InlineData(SkipReason.NotIsolated, Level.Must, false, true)]
    [InlineData(SkipReason.Interrupted, Level.Must, false, true)]
    [InlineData(SkipReason.NotIsolated, Level.Should, false, false)]
    [InlineData(SkipReason.NotIsolated, Level.Should, true, true)]
    [InlineData(SkipReason.Unsupported, Level.Must, false, false)]
    [InlineData(SkipReason.NotApplicable, Level.Must, false, false)]
    public void ASkipSaysWhetherItLeavesTheRunOpen(SkipReason skip, Level level, bool isStrict, bool leavesOpen)
    {
        var skips = Assert.IsType<RowResult.Skips>(Row(Of(level, Outcome.Skipped, skip), isStrict));
        Assert.Contains(": it rained", skips.Reason, StringComparison.Ordinal);
        Assert.Equal(leavesOpen, skips.Reason.Contains("the run decides nothing", StringComparison.Ordinal));
        // The words on the row and what the run's own test does must not drift apart.
        var conclusion = Conclusion.Of(
            With(Of(level, Outcome.Skipped, skip), Of(level, Outcome.Passed)) with
            {
                IsStrict = isStrict,
            }
        );
        Assert.Equal(leavesOpen, conclusion.Says.Contains("skipped for reasons", StringComparison.Ordinal));
    }

    private static RowResult Row(Verdict verdict, bool isStrict = false) =>
        RowVerdict.Of(With(verdict) with { IsStrict = isStrict }, Id, isInProcess: false);
}
