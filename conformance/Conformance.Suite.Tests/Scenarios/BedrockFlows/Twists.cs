using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Suite.Tests.Scenarios.BedrockFlows;

/// <summary>Other ways to invoke a flow, right and wrong ones.</summary>
internal static class Twists
{
    public static readonly BedrockFlowsBehaviour Correct = BedrockFlowsBehaviour.Correct;

    /// <summary>The events of each flow, changed.</summary>
    public static BedrockFlowsBehaviour Flowing(
        Func<IAsyncEnumerable<FlowEvent>, IAsyncEnumerable<FlowEvent>> change
    ) => Correct with { Run = invocation => change(FlowRun.Of(invocation)) };

    /// <summary>The outputs of each flow, changed.</summary>
    public static BedrockFlowsBehaviour Giving(Func<JsonNode?, JsonNode?> change) =>
        Correct with
        {
            Run = invocation =>
            {
                var input = invocation.Input;
                var changed = change(JsonNode.Parse(input.Document.GetRawText()));
                var document = JsonSerializer.SerializeToElement(changed);
                return FlowRun.Of(invocation with { Input = input with { Document = document } });
            },
        };

    /// <summary>The same with every text in the document changed.</summary>
    public static BedrockFlowsBehaviour Rewriting(Func<string, string> change) =>
        Giving(node => Rewritten(node, change));

    /// <summary>Each event in a frame, changed.</summary>
    public static BedrockFlowsBehaviour Framing(Func<FlowEvent, byte[]> write) =>
        Correct with
        {
            Encoding = EventEncoding.Framed(write),
        };

    /// <summary>Each frame cut or corrupted.</summary>
    public static BedrockFlowsBehaviour Framing(string name, Func<byte[], byte[]> change) =>
        Framing(e => e.Name == name ? change(Frame.Write(e)) : Frame.Write(e));

    /// <summary>Every refusal comes in the stream, which has begun by then.</summary>
    public static BedrockFlowsBehaviour RefusingInTheStream() =>
        Correct with
        {
            Refuse = refusal =>
                FlowError.All.FirstOrDefault(e => e.Name == refusal.Error) is { } error
                    ? new Answer(200, default, [new("Content-Type", "application/vnd.amazon.eventstream")])
                    {
                        Chunks = Just(Frame.Write(FlowEvent.Exception(error))),
                    }
                    : RestJsonErrors.Write(refusal),
        };

    public static FlowEvent Event(string name, string json) => new(name, false, Encoding.UTF8.GetBytes(json));

    public static IAsyncEnumerable<ReadOnlyMemory<byte>> Just(params byte[][] parts) =>
        AsyncEnumerable.ToAsyncEnumerable(parts.Select(part => (ReadOnlyMemory<byte>)part));

    /// <summary>The same, and then nothing for as long as the client waits.</summary>
    public static async IAsyncEnumerable<T> ThenHanging<T>(this IAsyncEnumerable<T> parts)
    {
        await foreach (var part in parts)
            yield return part;
        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
    }

    /// <summary>The same, and then the connection breaks off.</summary>
    public static async IAsyncEnumerable<T> ThenBreakingOff<T>(this IAsyncEnumerable<T> parts)
    {
        await foreach (var part in parts)
            yield return part;
        throw new InvalidOperationException("the connection breaks off here");
    }

    /// <summary>The value with a change to each value in it, innermost first.</summary>
    public static JsonNode? Deeply(JsonNode? node, Func<JsonNode?, JsonNode?> change) =>
        change(
            node switch
            {
                JsonObject members => new JsonObject(
                    members.Select(m => KeyValuePair.Create(m.Key, Deeply(m.Value, change)))
                ),
                JsonArray items => new JsonArray([.. items.Select(item => Deeply(item, change))]),
                _ => node?.DeepClone(),
            }
        )
            ?.DeepClone();

    public static bool IsOf(JsonNode? node, JsonValueKind kind) => node?.GetValueKind() == kind;

    /// <summary>A flow that does not take some documents.</summary>
    public static BedrockFlowsBehaviour RefusingDocuments(Func<JsonElement, bool> refuses) =>
        Correct with
        {
            FitsFlow = (flow, input) =>
                InvokeFlow.Misfit(flow, input)
                ?? (refuses(input.Document) ? new FieldFault("inputs[0].content.document", "there is none") : null),
        };

    private static JsonNode? Rewritten(JsonNode? node, Func<string, string> change) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(m => KeyValuePair.Create(change(m.Key), Rewritten(m.Value, change)))
            ),
            JsonArray items => new JsonArray([.. items.Select(item => Rewritten(item, change))]),
            JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(change(text)),
            _ => node?.DeepClone(),
        };
}
