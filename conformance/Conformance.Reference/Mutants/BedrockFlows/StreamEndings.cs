using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Streams of flows that go well, with the wrong events in them.</summary>
internal static class StreamEndings
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Replaces("NeverCompletes", "never completes", "stream/one-completion", Completion, _ => []),
        Replaces("CompletesTwice", "completes twice", "stream/one-completion", Completion, e => [e, e]),
        Row(
            "CompletesFirst",
            "completes before its output",
            ["stream/nothing-after-completion"],
            () => Events(events => events.OrderByDescending(e => e.Name == Completion))
        ),
        Replaces(
            "GoesOnAfterCompletion",
            "sends another output after its completion",
            "stream/nothing-after-completion",
            Completion,
            e => [e, FlowEvent.Output("FlowOutputNode", "FlowOutputNode", default)]
        ),
        Row(
                "SendsNoEvents",
                "sends no event at all",
                [
                    "stream/outputs",
                    "stream/one-completion",
                    "stream/failed-flow-ends-once",
                    "failure/conflictException",
                    "failure/throttlingException",
                ],
                () => EachEvent(_ => [])
            )
            .AlsoBreaking("failure/*"),
        Replaces("SendsNoOutput", "sends no output", "stream/outputs", Output, _ => []),
        Replaces(
            "MisnamesOutputs",
            "names its outputs FlowOutputEvent",
            "stream/outputs",
            Output,
            e => [e with { Name = "FlowOutputEvent" }]
        ),
        Replaces(
            "MisnamesCompletion",
            "names its completion flowCompleted",
            "stream/one-completion",
            Completion,
            e => [e with { Name = "flowCompleted" }]
        ),
        Cuts("CutsLastMessage", "leaves out the last byte of the last message", last => last.Length - 1),
        Cuts("CutsInsideLengths", "ends within the lengths of the last message", _ => 5),
        Row(
                "BreaksStreamsOff",
                "breaks the connection off after the first message",
                ["stream/not-truncated"],
                () => Correct with { Deliver = parts => BrokenOff(parts.Take(1)) }
            )
            // A flow that fails does not come to its exception.
            .AlsoBreaking("stream/failed-flow-ends-once", "failure/*"),
    ];

    /// <summary>Each event of one kind is replaced.</summary>
    private static Mutant Replaces(
        string name,
        string says,
        string breaks,
        string kind,
        Func<FlowEvent, IEnumerable<FlowEvent>> change
    ) => Row(name, says, [breaks], () => EachEvent(e => e.Name == kind ? change(e) : [e]));

    /// <summary>The last bytes of a stream are missing.</summary>
    /// <param name="keeps">How many bytes of the last message are left.</param>
    private static Mutant Cuts(string name, string says, Func<ReadOnlyMemory<byte>, int> keeps) =>
        Row(name, says, ["stream/not-truncated"], () => Correct with { Deliver = parts => Shortened(parts, keeps) });
}
