using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Variants.BedrockFlows.FlowVariant;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Flows in which more happens.</summary>
internal static class AllowedEvents
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        Row("SendsTraces", "sends traces around every event but the last", "R36", () => EachEvent(e => [Trace, e])),
        Row(
            "SendsTracesInJson",
            "sends traces in JSON lines",
            "R36",
            () => EachEvent(e => [Trace, e]) with { Encoding = EventEncoding.JsonLines }
        ),
        Row(
            "SendsEventsOfItsOwn",
            "sends kinds of event that no document names",
            "R36",
            () => EachEvent(e => [Event("flowHeartbeatEvent", "{}"), Event("custom", "17"), e])
        ),
        Replaces(
            "SendsTracesAfterCompletion",
            "sends a trace after its completion",
            "R36",
            Completion,
            e => [e, Trace]
        ),
        Row(
            "SendsEventsThatAreNotJson",
            "sends events of its own that are not JSON",
            "R36",
            () => EachEvent(e => [Event("somethingNew", "no JSON at all"), e])
        ),
        Replaces(
            "SendsOutputsOfOtherNodes",
            "sends outputs of other nodes before and after",
            "D3:95",
            Output,
            e => [OutputOf("PromptNode", "PromptNode"), e, OutputOf("Lambda_1", "LambdaFunctionNode")]
        ),
        Replaces("SendsOutputsOfTwoKinds", "sends each output twice", "D3:95", Output, e => [e, e]),
        Row(
            "AddsMembersToEvents",
            "adds members to its events",
            "restjson1",
            () => EachEvent(e => [e.Rewritten(Widen)])
        ),
        Row(
            "ReversesMembersOfEvents",
            "writes the members of events in another order",
            "rfc8259",
            () => EachEvent(e => [e.Rewritten(Reverse)])
        ),
        Replaces(
            "AsksForMoreInput",
            "asks for more input at its end",
            "bedrock-model",
            Completion,
            e => [MoreInputRequest, e.Holding("""{"completionReason":"INPUT_REQUIRED"}""")]
        ),
        Row(
            "EndsInAnotherNode",
            "ends in a node of another kind",
            "bedrock-model",
            () => MembersOf(Output, NameLexNode)
        ),
    ];

    internal static FlowEvent Trace =>
        Event("flowTraceEvent", """{"trace":{"nodeInputTrace":{"nodeName":"FlowInputNode","fields":[]}}}""");

    private static FlowEvent Event(string name, string payload) => new(name, false, Encoding.UTF8.GetBytes(payload));

    /// <summary>Each event of one kind is replaced.</summary>
    private static Variant Replaces(
        string name,
        string says,
        string allowedBy,
        string kind,
        Func<FlowEvent, IEnumerable<FlowEvent>> change
    ) => Row(name, says, allowedBy, () => EachEvent(e => e.Name == kind ? change(e) : [e]));

    private static FlowEvent OutputOf(string node, string type) =>
        Event(Output, $$"""{"content":{"document":["another"]},"nodeName":"{{node}}","nodeType":"{{type}}"}""");

    private static void Widen(JsonObject members)
    {
        members["traceId"] = 17;
        members["links"] = new JsonArray("a", new JsonObject { ["b"] = null });
    }

    private static void Reverse(JsonObject members)
    {
        foreach (var (name, value) in members.Reverse().ToList())
        {
            members.Remove(name);
            members[name] = value;
        }
    }

    private static FlowEvent MoreInputRequest =>
        Event(
            "flowMultiTurnInputRequestEvent",
            """{"content":{"document":"which?"},"nodeName":"Agent","nodeType":"FlowOutputNode"}"""
        );

    private static void NameLexNode(JsonObject output)
    {
        output["nodeName"] = "L";
        output["nodeType"] = "LexNode";
    }
}
