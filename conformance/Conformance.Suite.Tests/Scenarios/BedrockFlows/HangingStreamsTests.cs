using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Suite.Tests.Scenarios.BedrockFlows;

/// <summary>
/// Flows that go well, and whose streams never end. The mutants that hang do so for one flow that fails, since a whole run
/// against these would take an hour.
/// </summary>
public sealed class HangingStreamsTests
{
    [Theory]
    [InlineData(1, "stream/not-truncated", "stream/one-completion")]
    [InlineData(2, "stream/not-truncated")]
    public async Task AStreamThatIsNeverClosedIsNotWhole(int eventsUntilThen, params string[] breaks)
    {
        var hanging = BedrockFlowsBehaviour.Correct with
        {
            Run = invocation => LeftOpen(FlowRun.Of(invocation).Take(eventsUntilThen)),
        };
        var report = await FlowRuns.Of(hanging, ["stream/not-truncated", "stream/one-completion"], timeoutSeconds: 2);
        Assert.Equal(breaks, report.Ids(Outcome.Failed).Order(StringComparer.Ordinal));
        Assert.True(report.Ids(Outcome.Errored).IsEmpty, report.Shown());
    }

    private static async IAsyncEnumerable<FlowEvent> LeftOpen(IAsyncEnumerable<FlowEvent> events)
    {
        await foreach (var flowEvent in events)
            yield return flowEvent;
        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
    }
}
