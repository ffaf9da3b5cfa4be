using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

/// <summary>A rejection within a stream is held against the encoding, whatever the request was sent for.</summary>
public sealed class StreamedRejectionsTests
{
    private static readonly BedrockFlowsBehaviour RejectsWithinStreams = FlowRuns.Named("RejectsWithinStreams");

    [Fact]
    public async Task ExceptionsThatAreOrdinaryMessagesAreSeenInAnyRejection()
    {
        var report = await Judged(e => e with { IsException = false });
        Assert.Equal(["stream/exception-messages"], report.Ids(Outcome.Failed));
    }

    [Fact]
    public async Task RightOnesPass() => Assert.Empty((await Judged(e => e)).Ids(Outcome.Failed));

    private static Task<RunReport> Judged(Func<FlowEvent, FlowEvent> change) =>
        FlowRuns.Of(
            BedrockFlowsBehaviour.Correct with
            {
                Reject = rejection =>
                    RejectsWithinStreams.Reject(rejection) is { Status: 200 }
                        ? Streamed(change(FlowEvent.Exception(FlowError.Validation)))
                        : BedrockFlowsBehaviour.Correct.Reject(rejection),
            },
            ["stream/*", "nodes/unknown-node"],
            FlowRuns.Fixtures.Remove("failures")
        );

    private static Reference.Http.Response Streamed(FlowEvent only) =>
        new(200, default, [new("Content-Type", EventEncoding.Frames.MediaType)])
        {
            Chunks = EventEncoding.Frames.Write(AsyncEnumerable.ToAsyncEnumerable([only])),
        };
}
