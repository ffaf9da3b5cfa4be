using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;

namespace Conformance.Reference.BedrockFlows;

/// <summary>The ways in which a right InvokeFlow is twisted into another one.</summary>
internal static class FlowTwists
{
    public const string Output = "flowOutputEvent";

    public const string Completion = "flowCompletionEvent";

    public static readonly BedrockFlowsBehaviour Correct = BedrockFlowsBehaviour.Correct;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    private static readonly JsonSerializerOptions DeepToo = new() { MaxDepth = 1000 };

    /// <summary>Other events in the place of those of a flow.</summary>
    public static BedrockFlowsBehaviour Events(Func<IAsyncEnumerable<FlowEvent>, IAsyncEnumerable<FlowEvent>> change) =>
        Correct with
        {
            Run = invocation => change(FlowRun.Of(invocation)),
        };

    /// <summary>Any number of events in the place of each event.</summary>
    public static BedrockFlowsBehaviour EachEvent(Func<FlowEvent, IEnumerable<FlowEvent>> change) =>
        Events(events => events.SelectMany(change));

    /// <summary>Other JSON in the place of what the events of this name hold.</summary>
    public static BedrockFlowsBehaviour Payloads(string name, Func<string, string> change) =>
        EachEvent(e => [e.Name == name ? e.Holding(change(e.Text())) : e]);

    /// <summary>Other members in the events of this name.</summary>
    public static BedrockFlowsBehaviour MembersOf(string name, Action<JsonObject> change) =>
        Payloads(name, json => Rewritten(json, change));

    /// <summary>What an event holds, as text.</summary>
    public static string Text(this FlowEvent flowEvent) => Encoding.UTF8.GetString(flowEvent.Payload.Span);

    /// <summary>The same event with other content.</summary>
    public static FlowEvent Holding(this FlowEvent flowEvent, string payload) =>
        flowEvent with
        {
            Payload = Encoding.UTF8.GetBytes(payload),
        };

    /// <summary>Other demands on the members of the body.</summary>
    public static BedrockFlowsBehaviour Members(Func<InvokeFlowMembers, InvokeFlowMembers> change) =>
        Correct with
        {
            Members = change(Correct.Members),
        };

    /// <summary>Changes refusals before they are written.</summary>
    public static BedrockFlowsBehaviour Refusals(Func<Refusal, Refusal> change) =>
        Correct with
        {
            Refuse = refusal => Correct.Refuse(change(refusal)),
        };

    /// <summary>Changes errors as they are written.</summary>
    public static BedrockFlowsBehaviour Errors(Func<Answer, Answer> change) =>
        Correct with
        {
            Refuse = refusal => change(Correct.Refuse(refusal)),
        };

    /// <summary>Changes the answers that are streams.</summary>
    public static BedrockFlowsBehaviour Streams(Func<Answer, Answer> change) =>
        Correct with
        {
            Finish = answer => answer.Chunks is null ? answer : change(answer),
        };

    /// <summary>Changes bodies before their members are looked at; what is no JSON object stays, and so do repeated members.</summary>
    public static BedrockFlowsBehaviour Bodies(Action<JsonObject> change) =>
        Correct with
        {
            ReadBody = request =>
            {
                var body = Correct.ReadBody(request);
                return body.Refusal is null && !RepeatsMembers(body.Object)
                    ? body with
                    {
                        Object = JsonElement.Parse(Rewritten(body.Object.GetRawText(), change), Deep),
                    }
                    : body;
            },
        };

    private static bool RepeatsMembers(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Select(m => m.Name).Distinct().Count()
                < value.GetPropertyCount()
                || value.EnumerateObject().Any(m => RepeatsMembers(m.Value)),
            JsonValueKind.Array => value.EnumerateArray().Any(RepeatsMembers),
            _ => false,
        };

    /// <summary>The only input in a body, or null.</summary>
    public static JsonObject? InputOf(JsonObject body) =>
        body["inputs"] is JsonArray { Count: 1 } inputs ? inputs[0] as JsonObject : null;

    /// <summary>The text that a node is, or null.</summary>
    public static string? TextOf(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    /// <summary>The JSON object with its members changed.</summary>
    public static string Rewritten(string json, Action<JsonObject> change)
    {
        var members = JsonNode.Parse(json, documentOptions: Deep)!.AsObject();
        change(members);
        return members.ToJsonString(DeepToo);
    }
}
