using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Events whose payload is no object with their members.</summary>
internal static class EventPayloads
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        ChangesPayloads(
            "SendsOutputsWithoutPayload",
            "sends outputs without a payload",
            e => e.Name == Output ? e.Holding("") : e
        ),
        ChangesPayloads(
            "SendsPayloadsThatAreNotJson",
            "sends payloads that are not JSON",
            e => e.Holding($"{e.Name}: ok")
        ),
        ChangesPayloads(
            "SendsPayloadsWithHalfTheirJson",
            "sends half of the JSON of payloads",
            e => e with { Payload = e.Payload[..(e.Payload.Length / 2)] }
        ),
        ChangesPayloads("SendsPayloadsAsArrays", "sends payloads as arrays", e => e.Holding($"[{e.Text()}]")),
        ChangesPayloads(
            "SendsPayloadsAsJsonTexts",
            "sends payloads as JSON within a JSON string",
            e => e.Holding(JsonSerializer.Serialize(e.Text()))
        ),
        ChangesPayloads(
            "SendsPayloadsInLatin1",
            "sends payloads with octets that are not UTF-8",
            e => e with { Payload = NotedInLatin1(e.Payload) }
        ),
        ChangesPayloads(
            "WrapsPayloadsIntoTheirName",
            "wraps payloads into a member of their event's name",
            e => e.Holding($$"""{"{{e.Name}}":{{e.Text()}}}""")
        ),
        ChangesPayloads(
            "SendsTwoPayloadsInOne",
            "sends each payload twice in one message",
            e => e.Holding($"{e.Text()}\n{e.Text()}")
        ),
    ];

    /// <summary>The payloads of outputs and completions are written in another way.</summary>
    private static Mutant ChangesPayloads(string name, string says, Func<FlowEvent, FlowEvent> change) =>
        Row(name, says, ["stream/documented-events"], () => EachEvent(e => [e.IsException ? e : change(e)]))
            // What is no object has none of its members.
            .AlsoBreaking("response/*/required");

    private static byte[] NotedInLatin1(ReadOnlyMemory<byte> json) =>
        [.. json.Span[..^1], .. ",\"note\":\""u8, 0xE9, .. "\"}"u8];
}
