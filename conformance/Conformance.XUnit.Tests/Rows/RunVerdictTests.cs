using Conformance.Reports;
using Conformance.Schemas;
using Conformance.XUnit.Rows;
using static Conformance.XUnit.Tests.Rows.SampleReports;

namespace Conformance.XUnit.Tests.Rows;

public sealed class RunVerdictTests
{
    [Fact]
    public void ARunThatDecidedPassesAndCountsWhatWasSkipped()
    {
        var report = With(Of(Level.Must, Outcome.Passed), Of(Level.Should, Outcome.Skipped, SkipReason.NotObservable));
        var passes = Assert.IsType<RowResult.Passes>(RunVerdict.Of(report, []));
        Assert.StartsWith("Conformant: ", passes.Output, StringComparison.Ordinal);
        Assert.Contains(
            "  should: 0 passed, 0 failed, 1 skipped, 0 errored\n",
            passes.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("  skipped 1: it rained\n", passes.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ATargetThatFailsIsDecidedAndItsRowsSayHow() =>
        Assert.IsType<RowResult.Passes>(
            RunVerdict.Of(With(Of(Level.Must, Outcome.Failed), Of(Level.Must, Outcome.Errored)), [])
        );

    [Fact]
    public void AReportThatCouldNotBeWrittenIsAnErrorThatKeepsTheVerdict()
    {
        var report = With(Of(Level.Must, Outcome.Passed));
        var errs = Assert.IsType<RowResult.Errs>(RunVerdict.Of(report, [new("report.html", "Is a directory")]));
        Assert.Contains("report.html (Is a directory)", errs.Message, StringComparison.Ordinal);
        Assert.Contains("Conformant: ", errs.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInterruptedRunIsAnErrorHoweverManyRowsPassed()
    {
        var report = With(Of(Level.Must, Outcome.Passed)) with { IncompleteBecause = "it was interrupted." };
        var errs = Assert.IsType<RowResult.Errs>(RunVerdict.Of(report, []));
        Assert.Contains("it was interrupted", errs.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunOfNothingDecidesNothing() => Assert.IsType<RowResult.Errs>(RunVerdict.Of(With(), []));

    [Theory]
    [InlineData(SkipReason.MissingFixture)]
    [InlineData(SkipReason.NotIsolated)]
    [InlineData(SkipReason.Interrupted)]
    public void AMustThatWasNotTestedLeavesTheRunInconclusive(SkipReason skip) =>
        Assert.IsType<RowResult.Errs>(
            RunVerdict.Of(With(Of(Level.Must, Outcome.Passed), Of(Level.Must, Outcome.Skipped, skip)), [])
        );

    [Fact]
    public void ATargetOutOfReachIsNamedAndNeverAccused()
    {
        var report = With(Of(Level.Must, Outcome.Passed)) with { InconclusiveBecause = "the target is out of reach" };
        var errs = Assert.IsType<RowResult.Errs>(RunVerdict.Of(report, []));
        Assert.Contains("got: the target is out of reach", errs.Message, StringComparison.Ordinal);
        Assert.Contains("to http://target.example/", errs.Message, StringComparison.Ordinal);
    }
}
