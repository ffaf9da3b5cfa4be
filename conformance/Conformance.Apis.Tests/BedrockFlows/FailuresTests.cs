using Conformance.Generators;
using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

public sealed class FailuresTests
{
    [Fact]
    public async Task WithoutTheFixtureNoFailureIsTested()
    {
        var report = await FlowRuns.Of(
            BedrockFlowsBehaviour.Correct,
            ["failure/*", "stream/failed-*"],
            FlowRuns.Fixtures.Remove("failures")
        );
        Assert.All(report.Verdicts, v => Assert.Equal(SkipReason.MissingFixture, v.Skip));
    }

    [Fact]
    public async Task OnlyTheFailuresThatAreConfiguredAreTested()
    {
        var one = JsonValue.Parse("""{"dependencyFailedException":{"flowIdentifier":"MIDSDEPEND"}}""");
        var report = await FlowRuns.Of(
            BedrockFlowsBehaviour.Correct,
            ["failure/*"],
            FlowRuns.Fixtures.SetItem("failures", one)
        );
        Assert.Equal(["failure/dependencyFailedException"], report.Ids(Outcome.Passed));
        Assert.All(
            report.Verdicts.Where(v => v.Outcome != Outcome.Passed),
            v => Assert.Equal(SkipReason.MissingFixture, v.Skip)
        );
    }

    [Fact]
    public async Task AChangeOfNoMemberIsToldAndShowsNothing()
    {
        var wrong = JsonValue.Parse("""{"validationException":{"flowId":"FAILVALIDA"}}""");
        var verdict = await FlowRuns.Verdict(
            BedrockFlowsBehaviour.Correct,
            "failure/validationException",
            FlowRuns.Fixtures.SetItem("failures", wrong)
        );
        Assert.Equal(SkipReason.MissingFixture, verdict.Skip);
        Assert.Contains("InvokeFlow has no member flowId", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, Outcome.Skipped)]
    [InlineData(true, Outcome.Failed)]
    public async Task AFlowThatRejectsTheKitsOwnDocumentFailsOnlyWhereTheConfigurationNamesOne(
        bool isNamed,
        Outcome expected
    )
    {
        var onlyTheEcho = BedrockFlowsBehaviour.Correct with
        {
            Run = invocation =>
                invocation.Flow.Identifier == Offer.EchoFlow
                    ? FlowRun.Of(invocation)
                    : new[] { FlowEvent.Exception(FlowError.Validation) }.ToAsyncEnumerable(),
        };
        var failing = JsonValue.Parse("""{"conflictException":{"flowIdentifier":"MIDSCONFLI"}}""");
        var fixtures = FlowRuns.Fixtures.SetItem("failures", failing);
        var verdict = await FlowRuns.Verdict(
            onlyTheEcho,
            "failure/conflictException",
            isNamed ? fixtures : fixtures.Remove("inputs[].content.document")
        );
        Assert.Equal(expected, verdict.Outcome);
        Assert.Equal(isNamed ? null : SkipReason.MissingFixture, verdict.Skip);
    }

    [Fact]
    public async Task AThrottledFlowIsAskedForOnce()
    {
        var report = await FlowRuns.Of(BedrockFlowsBehaviour.Correct, ["failure/throttlingException"]);
        Assert.Equal((Outcome.Passed, 2), (report.Verdicts[0].Outcome, report.Verdicts[0].Requests));
        Assert.DoesNotContain(report.Notes, note => note.Contains("429", StringComparison.Ordinal));
    }
}
