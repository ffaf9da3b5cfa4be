using System.Runtime.CompilerServices;
using Conformance.Engine.Tests.Http;
using Conformance.Engine.Tests.Running;
using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

/// <summary>
/// Flows that go well, and whose streams never end. The mutants that hang do so for one flow that fails, since a whole run
/// against these would take an hour.
/// </summary>
public sealed class HangingStreamsTests
{
    private readonly ManualTime time = new();

    [Theory]
    [InlineData(1, "stream/not-truncated", "stream/one-completion")]
    [InlineData(2, "stream/not-truncated")]
    public async Task AStreamThatIsNeverClosedIsNotWhole(int eventsUntilThen, params string[] breaks)
    {
        var hanging = BedrockFlowsBehaviour.Correct with
        {
            Run = invocation => LeftOpen(FlowRun.Of(invocation).Take(eventsUntilThen)),
        };
        var report = await FlowRuns.Of(
            hanging,
            ["stream/not-truncated", "stream/one-completion"],
            // One request at a time, so that whoever reads the clock is the client that reads the stream.
            change: options => options with { Time = time, Parallelism = 1 }
        );
        Assert.Equal(breaks, report.Ids(Outcome.Failed).Order(StringComparer.Ordinal));
        Assert.True(report.Ids(Outcome.Errored).IsEmpty, report.Shown());
    }

    /// <summary>The same; once the client has read all events, its time runs out.</summary>
    private async IAsyncEnumerable<FlowEvent> LeftOpen(
        IAsyncEnumerable<FlowEvent> events,
        [EnumeratorCancellation] CancellationToken gone = default
    )
    {
        time.ForgetInterpretations();
        await foreach (var flowEvent in events.WithCancellation(gone))
        {
            yield return flowEvent;
            await time.NextReading();
        }
        time.Advance(TimeSpan.FromSeconds(KitRuns.Unhurried.RequestTimeoutSeconds));
        await Task.Delay(Timeout.Infinite, gone);
    }
}
