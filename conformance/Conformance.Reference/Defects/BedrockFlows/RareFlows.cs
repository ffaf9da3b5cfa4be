using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using Conformance.Reference.Mutants;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Right nearly always.</summary>
internal static class RareFlows
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new NeverCompletesOnceIn20(),
        new CompletesTwiceOnceIn20(),
        new SendsNoOutputOnceIn20(),
        new FlipsBitOnceIn20(),
        new CutsStreamOnceIn20(),
        new OmitsNodeTypeOnceIn20(),
        new SaysNoTypeOnceIn20(),
        new AnswersWithCreatedOnceIn20(),
        new GivesNoRequestIdOnceIn20(),
        new TellsTraceOnceIn20Errors(),
    ];

    public const int OnceIn = 20;

    /// <summary>The parts without the last byte of the last one.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Shortened(IAsyncEnumerable<ReadOnlyMemory<byte>> parts)
    {
        var held = default(ReadOnlyMemory<byte>);
        await foreach (var part in parts)
        {
            yield return held;
            held = part;
        }
        yield return held[..^1];
    }
}

/// <summary>A flow that goes well goes wrong once in twenty.</summary>
internal abstract class OnceIn20(
    string says,
    Func<BedrockFlowsBehaviour, Func<bool>, BedrockFlowsBehaviour> change,
    params ImmutableArray<string> breaks
) : FlowDefect($"{says} once in {RareFlows.OnceIn}", breaks)
{
    public sealed override int ShowsOnceIn => RareFlows.OnceIn;

    /// <summary>What shows rarely shows wherever it likes.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["document/*"];

    protected sealed override BedrockFlowsBehaviour Twist()
    {
        var every = new Every(RareFlows.OnceIn);
        return change(FlowTwists.Correct, every.Comes);
    }
}

/// <summary>One kind of event is replaced once in twenty.</summary>
internal abstract class ReplacesEventOnceIn20(
    string says,
    string kind,
    Func<FlowEvent, FlowEvent[]> replace,
    params ImmutableArray<string> breaks
)
    : OnceIn20(
        says,
        (correct, comes) =>
            correct with
            {
                Run = invocation =>
                    FlowRun.Of(invocation).SelectMany(e => e.Name == kind && comes() ? replace(e) : [e]),
            },
        breaks
    );

internal sealed class NeverCompletesOnceIn20()
    : ReplacesEventOnceIn20("does not complete", FlowTwists.Completion, _ => [], "stream/one-completion");

internal sealed class CompletesTwiceOnceIn20()
    : ReplacesEventOnceIn20("completes twice", FlowTwists.Completion, e => [e, e], "stream/one-completion");

internal sealed class SendsNoOutputOnceIn20()
    : ReplacesEventOnceIn20("sends no output", FlowTwists.Output, _ => [], "stream/outputs");

internal sealed class OmitsNodeTypeOnceIn20()
    : ReplacesEventOnceIn20(
        "leaves out nodeType",
        FlowTwists.Output,
        e => [e.Holding(FlowTwists.Rewritten(e.Text(), o => o.Remove("nodeType")))],
        "stream/documented-events",
        "response/flowOutputEvent.nodeType/required"
    );

internal sealed class FlipsBitOnceIn20()
    : OnceIn20(
        "flips a bit in a message",
        (correct, comes) =>
            correct with
            {
                Encoding = EventEncoding.Framed(e =>
                {
                    var frame = Frame.Write(e);
                    frame[^6] ^= (byte)(comes() ? 1 : 0);
                    return frame;
                }),
            },
        "stream/frames"
    );

internal sealed class CutsStreamOnceIn20()
    : OnceIn20(
        "leaves out the last byte of a stream",
        (correct, comes) => correct with { Deliver = parts => comes() ? RareFlows.Shortened(parts) : parts },
        "stream/not-truncated"
    );

/// <summary>An answer is changed once in twenty.</summary>
internal abstract class ChangesAnswerOnceIn20(
    string says,
    Func<Answer, bool> isChance,
    Func<Answer, Answer> replace,
    params ImmutableArray<string> breaks
)
    : OnceIn20(
        says,
        (correct, comes) =>
            correct with
            {
                Stamp = (answer, id) =>
                    correct.Stamp(answer, id) is var right && isChance(answer) && comes() ? replace(right) : right,
            },
        breaks
    )
{
    protected static bool IsStream(Answer answer) => answer.Chunks is not null;
}

internal sealed class SaysNoTypeOnceIn20()
    : ChangesAnswerOnceIn20(
        "gives a stream no content type",
        IsStream,
        a => a.WithoutHeader("Content-Type"),
        "stream/content-type"
    );

internal sealed class AnswersWithCreatedOnceIn20()
    : ChangesAnswerOnceIn20("answers with 201", IsStream, a => a with { Status = 201 }, "response/status-code");

internal sealed class GivesNoRequestIdOnceIn20()
    : ChangesAnswerOnceIn20(
        "gives no request id",
        _ => true,
        a => a.WithoutHeader("x-amzn-RequestId"),
        "robustness/request-id"
    );

internal sealed class TellsTraceOnceIn20Errors()
    : ChangesAnswerOnceIn20(
        "tells a stack trace in an error",
        a => a.Chunks is null,
        a => a with { Body = "{\"message\":\"\\tat com.example.Flows.invoke(Flows.java:42)\"}"u8.ToArray() },
        "robustness/no-stack-trace"
    );
