using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Testing;

public sealed class FindingTests
{
    [Fact]
    public void APassedFindingHasNothingToExplain()
    {
        var finding = Finding.Passed(3);
        Assert.Equal((Outcome.Passed, null, 3), (finding.Outcome, finding.Reason, finding.Cases));
        Assert.Null(finding.Evidence);
    }

    [Fact]
    public void AFailureSaysWhatWasTriedExpectedAndSeen()
    {
        var evidence = new Evidence("modelId of 101 characters", "400 ValidationException", "201", []);
        var finding = Finding.Failed(evidence);
        Assert.Equal("modelId of 101 characters: expected 400 ValidationException, got 201", finding.Reason);
        Assert.Equal((Outcome.Failed, evidence), (finding.Outcome, finding.Evidence));
        Assert.Equal(["modelId of 101 characters"], finding.FailedCases);
    }

    [Fact]
    public void ASkippedFindingSaysWhy()
    {
        var finding = Finding.Skipped(SkipReason.NotIsolated, "its control request was rejected");
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (finding.Outcome, finding.Skip));
        Assert.Equal("its control request was rejected", finding.Reason);
    }

    [Fact]
    public void AnErrorIsNoFailureOfTheTarget()
    {
        var finding = Finding.Errored("no connection");
        Assert.Equal((Outcome.Errored, "no connection"), (finding.Outcome, finding.Reason));
        Assert.Null(finding.Evidence);
    }

    [Fact]
    public void WhatIsObservedIsNeverJudged()
    {
        var seen = new Observation("nova-act/CreateWorkflowRun/clientToken/null", "R8", "null is sent", "201");
        var finding = Finding.Observed(seen, seen);
        Assert.Equal((Outcome.Passed, 2), (finding.Outcome, finding.Cases));
        Assert.Equal([seen, seen], finding.Observations);
    }
}
