using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Variants.BedrockFlows.FlowVariant;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Flows that fail in other ways (R21).</summary>
internal static class FlowFailureForms
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        Fails(
            "FailsBeforeEveryStream",
            "fails before its streams alone",
            flow => flow with { FailsBeforeStream = ErrorOf(flow), FailsWithinStream = null }
        ),
        Fails(
            "FailsWithinEveryStream",
            "fails within its streams alone",
            flow => flow with { FailsWithinStream = ErrorOf(flow), FailsBeforeStream = null }
        ),
        Row(
            "FailsWithoutOutput",
            "sends an exception as its first event",
            "R21",
            () =>
                Correct with
                {
                    Run = flow => FlowRun.Of(flow).Where(e => e.IsException || flow.Flow.FailsWithinStream is null),
                }
        ),
        Row(
            "FailsWithinJson",
            "sends exceptions in a JSON array",
            "R21",
            () => Correct with { Encoding = EventEncoding.JsonArray }
        ),
        Throws(
            "FailsWithoutMessage",
            "sends exceptions without members, as the document prints them",
            e => [e.Holding("{}")]
        ),
        Throws("FailsWithoutPayload", "sends exceptions without a payload", e => [e.Holding("")]),
        Throws(
            "FailsWithMoreMembers",
            "sends exceptions with more members",
            e => [e.Holding("""{"message":"no","resourceName":"arn:aws:lambda:x","retryable":{"throttling":true}}""")]
        ),
        Throws("SendsTracesAfterExceptions", "sends a trace after an exception", e => [e, AllowedEvents.Trace]),
        Row(
            "RejectsWithinStreams",
            "tells rejections of requests as exceptions within a stream",
            "R21",
            () => Correct with { Reject = RejectWithinStream }
        ),
    ];

    /// <summary>Flows that fail do so at another time.</summary>
    private static Variant Fails(string name, string says, Func<Flow, Flow> change) =>
        Row(name, says, "R21", () => Flows(change));

    private static FlowError? ErrorOf(Flow flow) => flow.FailsBeforeStream ?? flow.FailsWithinStream;

    /// <summary>The exceptions within streams are others.</summary>
    private static Variant Throws(string name, string says, Func<FlowEvent, IEnumerable<FlowEvent>> change) =>
        Row(name, says, "R21", () => EachEvent(e => e.IsException ? change(e) : [e]));

    private static Response RejectWithinStream(Rejection rejection) =>
        FlowError.All.FirstOrDefault(e => e.Name == rejection.Error && e.Status == rejection.Status) is { } error
            ? StreamOf(FlowEvent.Exception(error with { Message = rejection.Message }))
            : Correct.Reject(rejection);

    private static Response StreamOf(FlowEvent only) =>
        new(200, default, [new("Content-Type", EventEncoding.Frames.MediaType)])
        {
            Chunks = EventEncoding.Frames.Write(AsyncEnumerable.ToAsyncEnumerable([only])),
        };
}
