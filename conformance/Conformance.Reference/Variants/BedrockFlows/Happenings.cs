using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Flows in which more happens.</summary>
internal static class Happenings
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new SendsTraces(),
        new SendsTracesInJson(),
        new SendsEventsOfItsOwn(),
        new SendsOutputsOfOtherNodes(),
        new SendsOutputsOfTwoKinds(),
        new AddsMembersToEvents(),
        new ReversesMembersOfEvents(),
        new AsksForMoreInput(),
        new EndsInAnotherNode(),
    ];

    public static FlowEvent Event(string name, string payload) => new(name, false, Encoding.UTF8.GetBytes(payload));

    public static FlowEvent Trace =>
        Event("flowTraceEvent", """{"trace":{"nodeInputTrace":{"nodeName":"FlowInputNode","fields":[]}}}""");
}

/// <summary>The events are more, or others.</summary>
internal abstract class Has(
    string says,
    string allowedBy,
    Func<IAsyncEnumerable<FlowEvent>, IAsyncEnumerable<FlowEvent>> change
) : FlowVariant(says, allowedBy)
{
    protected override BedrockFlowsBehaviour Twist() => FlowTwists.Events(change);
}

internal sealed class SendsTraces()
    : Has(
        "sends traces around every event but the last",
        "R36",
        events => events.SelectMany<FlowEvent, FlowEvent>(e => [Happenings.Trace, e])
    );

internal sealed class SendsTracesInJson()
    : Has(
        "sends traces in JSON lines",
        "R36",
        events => events.SelectMany<FlowEvent, FlowEvent>(e => [Happenings.Trace, e])
    )
{
    protected override BedrockFlowsBehaviour Twist() => base.Twist() with { Encoding = EventEncoding.JsonLines };
}

internal sealed class SendsEventsOfItsOwn()
    : Has(
        "sends kinds of event that no document names",
        "R36",
        events =>
            events.SelectMany<FlowEvent, FlowEvent>(e =>
                [Happenings.Event("flowHeartbeatEvent", "{}"), Happenings.Event("custom", "17"), e]
            )
    );

internal sealed class SendsOutputsOfOtherNodes()
    : Has(
        "sends outputs of other nodes before and after",
        "D3:95",
        events =>
            events.SelectMany<FlowEvent, FlowEvent>(e =>
                e.Name == FlowTwists.Output
                    ? [Output("PromptNode", "PromptNode"), e, Output("Lambda_1", "LambdaFunctionNode")]
                    : [e]
            )
    )
{
    private static FlowEvent Output(string name, string type) =>
        Happenings.Event(
            FlowTwists.Output,
            $$"""{"content":{"document":["another"]},"nodeName":"{{name}}","nodeType":"{{type}}"}"""
        );
}

internal sealed class SendsOutputsOfTwoKinds()
    : Has(
        "sends each output twice",
        "D3:95",
        events => events.SelectMany<FlowEvent, FlowEvent>(e => e.Name == FlowTwists.Output ? [e, e] : [e])
    );

internal sealed class AddsMembersToEvents()
    : Has(
        "adds members to its events",
        "restjson1",
        events => events.Select(e => e.Holding(FlowTwists.Rewritten(e.Text(), Widen)))
    )
{
    private static void Widen(JsonObject members)
    {
        members["traceId"] = 17;
        members["links"] = new JsonArray("a", new JsonObject { ["b"] = null });
    }
}

internal sealed class ReversesMembersOfEvents()
    : Has(
        "writes the members of events in another order",
        "rfc8259",
        events => events.Select(e => e.Holding(FlowTwists.Rewritten(e.Text(), Reverse)))
    )
{
    private static void Reverse(JsonObject members)
    {
        foreach (var (name, value) in members.Reverse().ToList())
        {
            members.Remove(name);
            members[name] = value;
        }
    }
}

internal sealed class AsksForMoreInput()
    : Has(
        "asks for more input at its end",
        "bedrock-model",
        events =>
            events.SelectMany<FlowEvent, FlowEvent>(e =>
                e.Name == FlowTwists.Completion
                    ?
                    [
                        Happenings.Event(
                            "flowMultiTurnInputRequestEvent",
                            """{"content":{"document":"which?"},"nodeName":"Agent","nodeType":"FlowOutputNode"}"""
                        ),
                        e.Holding("""{"completionReason":"INPUT_REQUIRED"}"""),
                    ]
                    : [e]
            )
    );

internal sealed class EndsInAnotherNode()
    : Has(
        "ends in a node of another kind",
        "bedrock-model",
        events =>
            events.Select(e =>
                e.Name == FlowTwists.Output
                    ? e.Holding(
                        FlowTwists.Rewritten(
                            e.Text(),
                            o =>
                            {
                                o["nodeName"] = "L";
                                o["nodeType"] = "LexNode";
                            }
                        )
                    )
                    : e
            )
    );
