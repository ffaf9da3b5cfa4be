using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;
using static Conformance.Suite.Tests.Scenarios.BedrockFlows.Twists;

namespace Conformance.Suite.Tests.Scenarios.BedrockFlows;

/// <summary>Implementations whose streams are wrong.</summary>
public sealed class WrongStreamsTests
{
    private const string Completion = "flowCompletionEvent";
    private const string Output = "flowOutputEvent";

    private static readonly ImmutableArray<string> Streams = ["stream/*"];

    private static readonly ImmutableArray<Lie> Lies =
    [
        new(
            "calls its frames JSON",
            Correct with
            {
                Encoding = EventEncoding.Frames with { MediaType = "application/json" },
            },
            "stream/content-type"
        )
        {
            Judges = Streams,
        },
        new(
            "calls its JSON frames",
            Correct with
            {
                Encoding = EventEncoding.JsonLines with { MediaType = "application/vnd.amazon.eventstream" },
            },
            "stream/content-type",
            "stream/frames"
        )
        {
            Judges = Streams,
        },
        new(
            "sends its events as plain text",
            Correct with
            {
                Encoding = EventEncoding.JsonLines with { MediaType = "text/plain" },
            },
            "stream/content-type"
        ),
        new(
            "leaves out the node's type",
            Flowing(events =>
                events.Select(e =>
                    e.Name == Output ? Event(Output, """{"content":{"document":"a document"},"nodeName":"A"}""") : e
                )
            ),
            "stream/documented-events",
            "response/flowOutputEvent.nodeType/required"
        )
        {
            Judges = ["stream/*", "response/*"],
        },
        new(
            "gives no reason for the completion",
            Flowing(events => events.Select(e => e.Name == Completion ? Event(Completion, "{}") : e)),
            "stream/documented-events",
            "response/flowCompletionEvent.completionReason/required"
        ),
        new("never completes", Flowing(events => events.Where(e => e.Name != Completion)), "stream/one-completion"),
        new("ends without a word", Flowing(events => events.Take(0)), "stream/one-completion", "stream/outputs")
        {
            Judges = Streams,
        },
        new(
            "completes twice",
            Flowing(events => events.Append(FlowEvent.Completion("SUCCESS"))),
            "stream/one-completion"
        )
        {
            MayBreak = ["stream/failed-flow-ends-once", "failure/*"],
        },
        new(
            "puts out more after the completion",
            Flowing(events =>
                events.Append(
                    Event(Output, """{"content":{"document":1},"nodeName":"A","nodeType":"FlowOutputNode"}""")
                )
            ),
            "stream/nothing-after-completion"
        ),
        new("keeps its outputs", Flowing(events => events.Where(e => e.Name != Output)), "stream/outputs")
        {
            Judges = Streams,
        },
        new("breaks the checksum of its lengths", Framing(Completion, frame => Flipped(frame, 9)), "stream/frames"),
        new(
            "breaks the checksum of its frames",
            Framing(Completion, frame => Flipped(frame, frame.Length - 1)),
            "stream/frames"
        ),
        new(
            "forgets to say what its frames are",
            Framing(e => Frame.Write([new(":event-type", e.Name)], e.Payload.Span)),
            "stream/frames"
        )
        {
            Judges = Streams,
        },
        new("ends within a frame", Framing(Completion, frame => frame[..^3]), "stream/not-truncated"),
        new(
            "ends within its JSON",
            Correct with
            {
                Encoding = EventEncoding.JsonArray with
                {
                    Write = events => EventEncoding.JsonArray.Write(events).SkipLast(1),
                },
            },
            "stream/not-truncated"
        ),
        new(
            "breaks the connection off",
            Correct with
            {
                Deliver = parts => parts.Take(1).ThenBreakingOff(),
            },
            "stream/not-truncated"
        ),
        new(
            "never closes what it has completed",
            Correct with
            {
                Deliver = parts => parts.ThenHanging(),
            },
            "stream/not-truncated"
        )
        {
            Judges = ["stream/not-truncated", "stream/one-completion"],
            TimeoutSeconds = 2,
        },
        new(
            "falls silent",
            Flowing(events => events.Take(1).ThenHanging()),
            "stream/not-truncated",
            "stream/one-completion"
        )
        {
            Judges = ["stream/not-truncated", "stream/one-completion"],
            TimeoutSeconds = 2,
        },
    ];

    public static TheoryData<string> Says { get; } = [.. Lies.Select(lie => lie.Says)];

    [Theory]
    [MemberData(nameof(Says))]
    public Task ATargetIsSeenThroughThat(string says) => Lies.Single(lie => lie.Says == says).IsSeenThrough();

    private static byte[] Flipped(byte[] frame, int index)
    {
        frame[index] ^= 1;
        return frame;
    }
}
