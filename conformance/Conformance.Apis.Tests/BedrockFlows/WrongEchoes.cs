using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Apis.Tests.BedrockFlows;

/// <summary>Flows that lose or mix documents as implementations do: by buffers, caches and fields that requests share.</summary>
internal static class WrongEchoes
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(400);

    /// <summary>Another document in the place of the one that went in.</summary>
    public static BedrockFlowsBehaviour Giving(Func<JsonElement, JsonElement> change) =>
        BedrockFlowsBehaviour.Correct with
        {
            Run = invocation => FlowRun.Of(With(invocation, change(invocation.Input.Document))),
        };

    /// <summary>Texts in a document are changed, wherever they stand.</summary>
    public static BedrockFlowsBehaviour GivingTexts(Func<string, string> change) =>
        Giving(document => JsonSerializer.SerializeToElement(Leaves(JsonNode.Parse(document.GetRawText()), change)));

    /// <summary>Remembers outputs by the beginnings of documents and their lengths.</summary>
    public static BedrockFlowsBehaviour CachingByBeginning(int length)
    {
        var seen = new ConcurrentDictionary<string, JsonElement>();
        return Giving(document =>
        {
            var text = document.GetRawText();
            return text.Length < length
                ? document
                : seen.GetOrAdd($"{text.Length} {text[..length]}", _ => document.Clone());
        });
    }

    /// <summary>Remembers outputs without regard to the case of letters.</summary>
    public static BedrockFlowsBehaviour CachingInAnyCase()
    {
        var seen = new ConcurrentDictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        return Giving(document => seen.GetOrAdd(document.GetRawText(), _ => document.Clone()));
    }

    /// <summary>Gives the document that was sent to a flow which does not exist to the next one.</summary>
    public static BedrockFlowsBehaviour LeavingWhatIsNotFound()
    {
        var left = default(JsonElement?);
        return Giving(document =>
        {
            var given = left ?? document;
            left = null;
            return given;
        }) with
        {
            Handle = call =>
            {
                var response = InvokeFlow.Handle(call);
                if (
                    response.Status == 404
                    && JsonElement.Parse(call.Request.Body.Span) is var body
                    && body.GetProperty("inputs")[0].GetProperty("content").TryGetProperty("document", out var document)
                )
                    left = document;
                return response;
            },
        };
    }

    /// <summary>Writes texts into one buffer, and reads as much as it held at most.</summary>
    public static BedrockFlowsBehaviour SharingABuffer()
    {
        var buffer = new StringBuilder();
        return GivingTexts(text =>
        {
            lock (buffer)
            {
                // Only what is as long as a document for people is read this way.
                if (text.Length < 8)
                    return text;
                buffer.Remove(0, Math.Min(buffer.Length, text.Length)).Insert(0, text);
                return buffer.ToString();
            }
        });
    }

    /// <summary>Keeps the document in a field until it is needed, which is when another one has come.</summary>
    public static BedrockFlowsBehaviour KeepingTheLastDocument()
    {
        var last = default(JsonElement);
        var another = new TaskCompletionSource();
        return BedrockFlowsBehaviour.Correct with
        {
            Run = invocation =>
            {
                last = invocation.Input.Document.Clone();
                var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                Interlocked.Exchange(ref another, mine).TrySetResult();
                return Behind(mine.Task, () => FlowRun.Of(With(invocation, last)));
            },
        };
    }

    /// <summary>Reads members into an object that was filled before.</summary>
    public static BedrockFlowsBehaviour MergingObjects()
    {
        var known = new JsonObject();
        return Giving(document =>
        {
            if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("c", out _))
                return document;
            lock (known)
            {
                foreach (var (name, value) in JsonNode.Parse(document.GetRawText())!.AsObject())
                    known[name] = value?.DeepClone();
                return JsonSerializer.SerializeToElement(known);
            }
        });
    }

    private static FlowInvocation With(FlowInvocation invocation, JsonElement document) =>
        invocation with
        {
            Input = invocation.Input with { Document = document },
        };

    private static async IAsyncEnumerable<FlowEvent> Behind(Task another, Func<IAsyncEnumerable<FlowEvent>> events)
    {
        // Where requests come one after the other there is none.
        await Task.WhenAny(another, Task.Delay(LongestWait, TimeProvider.System));
        await foreach (var flowEvent in events())
            yield return flowEvent;
    }

    private static JsonNode? Leaves(JsonNode? node, Func<string, string> change) =>
        node switch
        {
            JsonArray array => new JsonArray([.. array.Select(item => Leaves(item?.DeepClone(), change))]),
            JsonObject members => new JsonObject(
                members.ToList().Select(m => KeyValuePair.Create(m.Key, Leaves(m.Value?.DeepClone(), change)))
            ),
            JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(change(text)),
            _ => node?.DeepClone(),
        };
}
