using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

public sealed class IsolationTests
{
    private const string OwnResponses = "concurrency/own-responses";

    [Fact]
    public async Task ACacheThatLooksAtBeginningsAloneFails()
    {
        var verdict = await FlowRuns.Verdict(WrongEchoes.CachingByBeginning(1000), OwnResponses);
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Contains(" in turn", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("which another invocation sent", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACacheThatTakesCapitalsForSmallLettersFails()
    {
        var verdict = await FlowRuns.Verdict(WrongEchoes.CachingInAnyCase(), OwnResponses);
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Contains("in capitals", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADocumentThatWasForNoFlowIsNotLeftToTheNext()
    {
        var verdict = await FlowRuns.Verdict(WrongEchoes.LeavingWhatIsNotFound(), OwnResponses);
        Assert.Equal(Outcome.Failed, verdict.Outcome);
    }

    [Fact]
    public async Task ABufferThatKeepsTheRestOfALargerDocumentFails()
    {
        var verdict = await FlowRuns.Verdict(WrongEchoes.SharingABuffer(), OwnResponses);
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Contains("of a large one", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFieldThatAllRequestsShareFailsAtOnce()
    {
        var verdict = await FlowRuns.Verdict(WrongEchoes.KeepingTheLastDocument(), OwnResponses);
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Contains("of 4 at once", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnObjectThatKeepsEarlierMembersFails()
    {
        var report = await FlowRuns.Of(
            WrongEchoes.MergingObjects(),
            [OwnResponses],
            change: options => options with { Profile = Engine.Testing.Profile.Standard }
        );
        Assert.Equal([OwnResponses], report.Ids(Outcome.Failed));
    }

    [Fact]
    public async Task FlowsThatTakeNoTextsAloneAreTestedWithThemInsideOthers()
    {
        var objectsAlone = BedrockFlowsBehaviour.Correct with
        {
            Members = BedrockFlowsBehaviour.Correct.Members with
            {
                Document = content =>
                    content.GetProperty("document").ValueKind == System.Text.Json.JsonValueKind.Object
                        ? null
                        : "expected an object",
            },
        };
        var fixtures = FlowRuns.Fixtures.SetItem(
            "inputs[].content.document",
            Generators.JsonValue.Parse("""{"a":"document"}""")
        );
        var verdict = await FlowRuns.Verdict(objectsAlone, OwnResponses, fixtures);
        Assert.Equal(Outcome.Passed, verdict.Outcome);
    }
}
