using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

public sealed class EchoCheckTests
{
    [Theory]
    [InlineData("WritesBooleansAsNumbers", "true", "true", "1 at $")]
    [InlineData("DropsNullMembers", """{"a":null,"b":{"c":null}}""", """{"a":null}""", "nothing at $.a")]
    public async Task TheSmallestDocumentThatChangesIsShown(
        string mutant,
        string original,
        string smallest,
        string says
    )
    {
        var verdict = await FlowRuns.Verdict(FlowRuns.Named(mutant), "document/any-json");
        Assert.Equal((original, smallest), (verdict.Evidence!.OriginalValue, verdict.Evidence.SmallestValue));
        Assert.Contains(says, verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFlowThatIsNoEchoShowsNothing()
    {
        var always = JsonElement.Parse("\"the same for everybody\"");
        var noEcho = BedrockFlowsBehaviour.Correct with
        {
            Run = invocation => FlowRun.Of(invocation with { Input = invocation.Input with { Document = always } }),
        };
        var verdict = await FlowRuns.Verdict(noEcho, "document/unicode");
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (verdict.Outcome, verdict.Skip));
        Assert.Contains("fixture echo", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTheFixtureItIsSkipped()
    {
        var verdict = await FlowRuns.Verdict(
            BedrockFlowsBehaviour.Correct,
            "document/large",
            FlowRuns.Fixtures.Remove("echo")
        );
        Assert.Equal((Outcome.Skipped, SkipReason.MissingFixture), (verdict.Outcome, verdict.Skip));
    }

    [Fact]
    public async Task WhatTheFlowDoesNotTakeIsRecorded()
    {
        var report = await FlowRuns.Of(FlowRuns.Named("TakesTextsAlone"), ["document/any-json"]);
        Assert.Equal(Outcome.Passed, Assert.Single(report.Verdicts).Outcome);
        Assert.Contains(report.Observations, o => o.Interpretation == "R24" && o.Says == "an array of mixed kinds");
    }

    [Fact]
    public async Task NumbersThatADoubleRoundsAreRecordedAndNotJudged()
    {
        var report = await FlowRuns.Of(FlowRuns.Named("WritesNumbersAsDoubles"), ["document/any-json"]);
        Assert.Equal(Outcome.Passed, Assert.Single(report.Verdicts).Outcome);
        Assert.Contains(
            report.Observations,
            o => o.Interpretation == "R38" && o.Saw.StartsWith("9007199254740992 at $", StringComparison.Ordinal)
        );
    }
}
