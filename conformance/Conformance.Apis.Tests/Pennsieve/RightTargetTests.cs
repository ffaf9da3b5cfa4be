using Conformance.Reference.Pennsieve;
using Conformance.Reports;

namespace Conformance.Apis.Tests.Pennsieve;

public sealed class RightTargetTests
{
    [Fact]
    public async Task AllBehavioursAreTested()
    {
        var report = await PennsieveRuns.Of(PennsieveBehaviour.Correct);
        Assert.Equal(["authentication/missing-credentials"], report.Ids(Outcome.Skipped));
        Assert.True(report.Ids(Outcome.Failed).IsEmpty && report.Ids(Outcome.Errored).IsEmpty, report.NotPassed());
        Assert.Equal(0, Conclusion.Of(report).ExitCode);
    }
}
