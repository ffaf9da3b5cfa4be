using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Streams of flows that go well, with the wrong events in them.</summary>
internal static class Endings
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new NeverCompletes(),
        new CompletesTwice(),
        new CompletesFirst(),
        new GoesOnAfterCompletion(),
        new SendsNoEvents(),
        new SendsNoOutput(),
        new MisnamesOutputs(),
        new MisnamesCompletion(),
        new CutsLastMessage(),
        new CutsInsideLengths(),
    ];
}

/// <summary>The events are others.</summary>
internal abstract class ChangesEvents(
    string says,
    Func<IAsyncEnumerable<FlowEvent>, IAsyncEnumerable<FlowEvent>> change,
    params ImmutableArray<string> breaks
) : FlowDefect(says, breaks)
{
    protected sealed override BedrockFlowsBehaviour Twist() => FlowTwists.Events(change);
}

/// <summary>Each event of one kind is replaced.</summary>
internal abstract class ReplacesEvents(
    string says,
    string kind,
    Func<FlowEvent, IEnumerable<FlowEvent>> change,
    params ImmutableArray<string> breaks
) : ChangesEvents(says, events => events.SelectMany(e => e.Name == kind ? change(e) : [e]), breaks);

internal sealed class NeverCompletes()
    : ReplacesEvents("never completes", FlowTwists.Completion, _ => [], "stream/one-completion");

internal sealed class CompletesTwice()
    : ReplacesEvents("completes twice", FlowTwists.Completion, e => [e, e], "stream/one-completion");

internal sealed class CompletesFirst()
    : ChangesEvents(
        "completes before its output",
        events => events.OrderByDescending(e => e.Name == FlowTwists.Completion),
        "stream/nothing-after-completion"
    );

internal sealed class GoesOnAfterCompletion()
    : ReplacesEvents(
        "sends another output after its completion",
        FlowTwists.Completion,
        e => [e, FlowEvent.Output("FlowOutputNode", "FlowOutputNode", default)],
        "stream/nothing-after-completion"
    );

internal sealed class SendsNoEvents()
    : ChangesEvents(
        "sends no event at all",
        events => events.Where(_ => false),
        "stream/outputs",
        "stream/one-completion",
        "stream/failed-flow-ends-once",
        "failure/conflictException",
        "failure/throttlingException"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["failure/*"];
}

internal sealed class SendsNoOutput() : ReplacesEvents("sends no output", FlowTwists.Output, _ => [], "stream/outputs");

internal sealed class MisnamesOutputs()
    : ReplacesEvents(
        "names its outputs FlowOutputEvent",
        FlowTwists.Output,
        e => [e with { Name = "FlowOutputEvent" }],
        "stream/outputs"
    );

internal sealed class MisnamesCompletion()
    : ReplacesEvents(
        "names its completion flowCompleted",
        FlowTwists.Completion,
        e => [e with { Name = "flowCompleted" }],
        "stream/one-completion"
    );

/// <summary>The last bytes of a stream are missing.</summary>
internal abstract class CutsStreams(string says, Func<ReadOnlyMemory<byte>, int> keeps)
    : FlowDefect(says, "stream/not-truncated")
{
    protected sealed override BedrockFlowsBehaviour Twist() => FlowTwists.Correct with { Deliver = Cut };

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> Cut(IAsyncEnumerable<ReadOnlyMemory<byte>> parts)
    {
        var held = default(ReadOnlyMemory<byte>);
        await foreach (var part in parts)
        {
            yield return held;
            held = part;
        }
        yield return held[..keeps(held)];
    }
}

internal sealed class CutsLastMessage()
    : CutsStreams("leaves out the last byte of the last message", last => last.Length - 1);

internal sealed class CutsInsideLengths() : CutsStreams("ends within the lengths of the last message", _ => 5);
