using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

public sealed class FalsyDocumentsTests
{
    [Theory]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData("\"\"")]
    public async Task AFalsyDocumentThatIsLostBesideAnOptionalMemberFails(string lost)
    {
        var losing = BedrockFlowsBehaviour.Correct with
        {
            Run = invocation =>
                FlowRun.Of(
                    invocation.Input.NodeOutputName is not null && invocation.Input.Document.GetRawText() == lost
                        ? invocation with
                        {
                            Input = invocation.Input with { Document = JsonElement.Parse("null") },
                        }
                        : invocation
                ),
        };
        var verdict = await FlowRuns.Verdict(losing, "document/any-json");
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Contains("with every optional member", verdict.Reason, StringComparison.Ordinal);
    }
}
