using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

public sealed class UnknownAliasesTests
{
    private const string UnknownAlias = "not-found/unknown-alias";

    [Fact]
    public async Task AnAliasThatIsPassedOverBesideAnArnFails()
    {
        var verdict = await FlowRuns.Verdict(
            BedrockFlowsBehaviour.Correct with
            {
                Find = (all, flow, alias) => all.Find(flow, flow.Contains(':') ? Offer.TestAlias : alias),
            },
            UnknownAlias
        );
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Contains("of a flow named by its ARN", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAnArnOfTheFlowTheIdAloneIsTried()
    {
        var verdict = await FlowRuns.Verdict(
            BedrockFlowsBehaviour.Correct,
            UnknownAlias,
            FlowRuns.Fixtures.Remove("flowArn")
        );
        Assert.Equal(Outcome.Passed, verdict.Outcome);
    }
}
