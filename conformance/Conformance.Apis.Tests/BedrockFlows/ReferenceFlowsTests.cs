using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

public sealed class ReferenceFlowsTests
{
    private const string NoCredentials = "authentication/missing-credentials";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EverythingIsTestedOnTheReference(bool failsInTheStream)
    {
        var failures = FlowRuns.Failures(f => failsInTheStream ? f.WithinStream : f.BeforeStream);
        var report = await FlowRuns.Of(
            BedrockFlowsBehaviour.Correct,
            ["*"],
            FlowRuns.Fixtures.SetItem("failures", failures)
        );
        Assert.True(report.Ids(Outcome.Failed).IsEmpty && report.Ids(Outcome.Errored).IsEmpty, report.Shown());
        string[] unseen = failsInTheStream ? [] : ["stream/exception-messages"];
        Assert.Equal([NoCredentials, .. unseen], report.Ids(Outcome.Skipped));
    }
}
