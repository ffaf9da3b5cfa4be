using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Events whose payload is no object with their members.</summary>
internal static class Payloads
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new SendsOutputsWithoutPayload(),
        new SendsPayloadsThatAreNotJson(),
        new SendsPayloadsWithHalfTheirJson(),
        new SendsPayloadsAsArrays(),
        new SendsPayloadsAsJsonTexts(),
        new SendsPayloadsInLatin1(),
        new WrapsPayloadsIntoTheirName(),
        new SendsTwoPayloadsInOne(),
    ];
}

/// <summary>The payloads of outputs and completions are written in another way.</summary>
internal abstract class ChangesPayloads(string says, Func<FlowEvent, FlowEvent> change)
    : FlowDefect(says, "stream/documented-events")
{
    /// <summary>What is no object has none of its members.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["response/*/required"];

    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.EachEvent(e => [e.IsException ? e : change(e)]);
}

internal sealed class SendsOutputsWithoutPayload()
    : ChangesPayloads("sends outputs without a payload", e => e.Name == FlowTwists.Output ? e.Holding("") : e);

internal sealed class SendsPayloadsThatAreNotJson()
    : ChangesPayloads("sends payloads that are not JSON", e => e.Holding($"{e.Name}: ok"));

internal sealed class SendsPayloadsWithHalfTheirJson()
    : ChangesPayloads(
        "sends half of the JSON of payloads",
        e => e with { Payload = e.Payload[..(e.Payload.Length / 2)] }
    );

internal sealed class SendsPayloadsAsArrays()
    : ChangesPayloads("sends payloads as arrays", e => e.Holding($"[{e.Text()}]"));

internal sealed class SendsPayloadsAsJsonTexts()
    : ChangesPayloads(
        "sends payloads as JSON within a JSON string",
        e => e.Holding(JsonSerializer.Serialize(e.Text()))
    );

internal sealed class SendsPayloadsInLatin1()
    : ChangesPayloads("sends payloads with octets that are not UTF-8", e => e with { Payload = Marked(e.Payload) })
{
    private static byte[] Marked(ReadOnlyMemory<byte> json) =>
        [.. json.Span[..^1], .. ",\"note\":\""u8, 0xE9, .. "\"}"u8];
}

internal sealed class WrapsPayloadsIntoTheirName()
    : ChangesPayloads(
        "wraps payloads into a member of their event's name",
        e => e.Holding($$"""{"{{e.Name}}":{{e.Text()}}}""")
    );

internal sealed class SendsTwoPayloadsInOne()
    : ChangesPayloads("sends each payload twice in one message", e => e.Holding($"{e.Text()}\n{e.Text()}"));
