using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

public sealed class ByArnTests
{
    private const string ByArn = "identifiers/by-arn";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnInvocationByArnGivesWhatTheSameByIdGives(bool isFullAlone)
    {
        var byArn = new AsyncLocal<bool>();
        var losing = BedrockFlowsBehaviour.Correct with
        {
            Find = (all, flow, alias) =>
            {
                byArn.Value = flow.Contains(':');
                return all.Find(flow, alias);
            },
            Run = invocation =>
                FlowRun.Of(
                    byArn.Value && (!isFullAlone || invocation.Input.NodeOutputName is not null)
                        ? invocation with
                        {
                            Input = invocation.Input with { Document = JsonElement.Parse("\"another\"") },
                        }
                        : invocation
                ),
        };
        var verdict = await FlowRuns.Verdict(losing, ByArn);
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Contains(
            isFullAlone ? "with every member" : "with the required members",
            verdict.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WithoutAnEchoItIsTakenForAccepted()
    {
        var verdict = await FlowRuns.Verdict(BedrockFlowsBehaviour.Correct, ByArn, FlowRuns.Fixtures.Remove("echo"));
        Assert.Equal((Outcome.Passed, 3), (verdict.Outcome, verdict.Requests));
    }
}
