using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Flows that fail in other ways (R21).</summary>
internal static class FlowEndings
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new FailsBeforeEveryStream(),
        new FailsWithinEveryStream(),
        new FailsWithoutOutput(),
        new FailsWithinJson(),
        new FailsWithoutMessage(),
        new FailsWithMoreMembers(),
        new SendsTracesAfterExceptions(),
        new RefusesWithinStreams(),
    ];

    /// <summary>The same flows, each with other ways to fail.</summary>
    public static BedrockFlowsBehaviour Failing(Func<Flow, Flow> change) =>
        FlowTwists.Correct with
        {
            Flows = [.. Offer.Flows.Select(change)],
        };
}

internal sealed class FailsBeforeEveryStream() : FlowVariant("fails before its streams alone", "R21")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowEndings.Failing(flow =>
            flow with
            {
                FailsBeforeStream = flow.FailsBeforeStream ?? flow.FailsWithinStream,
                FailsWithinStream = null,
            }
        );
}

internal sealed class FailsWithinEveryStream() : FlowVariant("fails within its streams alone", "R21")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowEndings.Failing(flow =>
            flow with
            {
                FailsWithinStream = flow.FailsBeforeStream ?? flow.FailsWithinStream,
                FailsBeforeStream = null,
            }
        );
}

/// <summary>What a flow that fails within its stream sends is other.</summary>
internal abstract class Fails(string says, Func<FlowEvent, bool, IEnumerable<FlowEvent>> change)
    : FlowVariant(says, "R21")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Run = invocation =>
                FlowRun.Of(invocation).SelectMany(e => change(e, invocation.Flow.FailsWithinStream is not null)),
        };
}

internal sealed class FailsWithoutOutput()
    : Fails("sends an exception as its first event", (e, fails) => fails && !e.IsException ? [] : [e]);

internal sealed class FailsWithinJson() : Fails("sends exceptions in a JSON array", (e, _) => [e])
{
    protected override BedrockFlowsBehaviour Twist() => base.Twist() with { Encoding = EventEncoding.JsonArray };
}

internal sealed class FailsWithoutMessage()
    : Fails(
        "sends exceptions without members, as the document prints them",
        (e, _) => [e.IsException ? e.Holding("{}") : e]
    );

internal sealed class FailsWithMoreMembers()
    : Fails(
        "sends exceptions with more members",
        (e, _) =>
            [
                e.IsException
                    ? e.Holding(
                        """{"message":"no","resourceName":"arn:aws:lambda:x","retryable":{"throttling":true}}"""
                    )
                    : e,
            ]
    );

internal sealed class SendsTracesAfterExceptions()
    : Fails("sends a trace after an exception", (e, _) => e.IsException ? [e, Happenings.Trace] : [e]);

internal sealed class RefusesWithinStreams()
    : FlowVariant("tells refusals of requests as exceptions within a stream", "R21")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Refuse = refusal =>
                FlowError.All.FirstOrDefault(e => e.Name == refusal.Error && e.Status == refusal.Status) is { } error
                    ? new Answer(200, default, [new("Content-Type", EventEncoding.Frames.MediaType)])
                    {
                        Chunks = EventEncoding.Frames.Write(
                            AsyncEnumerable.ToAsyncEnumerable([
                                FlowEvent.Exception(error with { Message = refusal.Message }),
                            ])
                        ),
                    }
                    : FlowTwists.Correct.Refuse(refusal),
        };
}
