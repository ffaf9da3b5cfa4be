using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;

namespace Conformance.Reference.BedrockFlows;

/// <summary>The ways in which a right InvokeFlow is twisted into another one.</summary>
internal static class FlowTwists
{
    public const string Output = "flowOutputEvent";

    public const string Completion = "flowCompletionEvent";

    public static readonly BedrockFlowsBehaviour Correct = BedrockFlowsBehaviour.Correct;

    /// <summary>The same flows, each with other properties.</summary>
    public static BedrockFlowsBehaviour Flows(Func<Flow, Flow> change) =>
        Correct with
        {
            Flows = [.. Offer.Flows.Select(change)],
        };

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
        EachEvent(e => [e.Name == name ? e.Rewritten(change) : e]);

    /// <summary>What an event holds, as text.</summary>
    public static string Text(this FlowEvent flowEvent) => Encoding.UTF8.GetString(flowEvent.Payload.Span);

    /// <summary>The same event with other content.</summary>
    public static FlowEvent Holding(this FlowEvent flowEvent, string payload) =>
        flowEvent with
        {
            Payload = Encoding.UTF8.GetBytes(payload),
        };

    /// <summary>The same event with its members changed.</summary>
    public static FlowEvent Rewritten(this FlowEvent flowEvent, Action<JsonObject> change) =>
        flowEvent.Holding(FlowJson.Rewritten(flowEvent.Text(), change));

    /// <summary>Messages whose bytes are changed after they were written.</summary>
    public static BedrockFlowsBehaviour Messages(Action<byte[]> change) =>
        Correct with
        {
            Encoding = EventEncoding.Framed(e =>
            {
                var message = Frame.Write(e);
                change(message);
                return message;
            }),
        };

    /// <summary>Other headers in the place of those of a message.</summary>
    public static BedrockFlowsBehaviour Headers(
        Func<KeyValuePair<string, string>[], IEnumerable<KeyValuePair<string, string>>> change
    ) => Correct with { Encoding = EventEncoding.Framed(e => Frame.Write(change(Frame.Headers(e)), e.Payload.Span)) };

    /// <summary>The parts without the last bytes of the last one.</summary>
    /// <param name="parts">The parts of a stream.</param>
    /// <param name="keeps">How many bytes of the last one are left.</param>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Shortened(
        IAsyncEnumerable<ReadOnlyMemory<byte>> parts,
        Func<ReadOnlyMemory<byte>, int> keeps
    )
    {
        var held = default(ReadOnlyMemory<byte>);
        await foreach (var part in parts)
        {
            yield return held;
            held = part;
        }
        yield return held[..keeps(held)];
    }

    /// <summary>
    /// The same, and then the connection breaks off: by an exception that is none of the network's, so that what was sent
    /// before still arrives.
    /// </summary>
    public static async IAsyncEnumerable<T> BrokenOff<T>(IAsyncEnumerable<T> parts)
    {
        await foreach (var part in parts)
            yield return part;
        throw new InvalidOperationException("the connection breaks off here");
    }

    /// <summary>The same, and then nothing for as long as the client waits.</summary>
    public static async IAsyncEnumerable<T> LeftOpen<T>(
        IAsyncEnumerable<T> parts,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        await foreach (var part in parts.WithCancellation(ct))
            yield return part;
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
    }

    /// <summary>All parts in one.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Joined(IAsyncEnumerable<ReadOnlyMemory<byte>> parts)
    {
        var whole = new List<byte>();
        await foreach (var part in parts)
            whole.AddRange(part.Span);
        yield return whole.ToArray();
    }

    /// <summary>Other demands on the members of the body.</summary>
    public static BedrockFlowsBehaviour Members(Func<InvokeFlowMembers, InvokeFlowMembers> change) =>
        Correct with
        {
            Members = change(Correct.Members),
        };

    /// <summary>Changes responses, which are errors or streams, to a call whose path is in order.</summary>
    public static BedrockFlowsBehaviour Responses(Func<InvokeFlowCall, Response, Response> change) =>
        Correct with
        {
            Handle = call => change(call, InvokeFlow.Handle(call)),
        };

    /// <summary>Changes rejections before they are written.</summary>
    public static BedrockFlowsBehaviour Rejections(Func<Rejection, Rejection> change) =>
        Correct with
        {
            Reject = rejection => Correct.Reject(change(rejection)),
        };

    /// <summary>Changes errors as they are written.</summary>
    public static BedrockFlowsBehaviour Errors(Func<Response, Response> change) =>
        Correct with
        {
            Reject = rejection => change(Correct.Reject(rejection)),
        };

    /// <summary>The same error with the members of its body changed.</summary>
    public static Response Rewritten(this Response error, Action<JsonObject> change) =>
        error with
        {
            Body = Encoding.UTF8.GetBytes(FlowJson.Rewritten(Encoding.UTF8.GetString(error.Body.Span), change)),
        };

    /// <summary>Changes the responses that are streams.</summary>
    public static BedrockFlowsBehaviour Streams(Func<Response, Response> change) =>
        Correct with
        {
            Finish = response => response.Chunks is null ? response : change(response),
        };

    /// <summary>Changes bodies before their members are looked at; what is no JSON object stays, and so do repeated members.</summary>
    public static BedrockFlowsBehaviour Bodies(Action<JsonObject> change) =>
        Correct with
        {
            ReadBody = request =>
            {
                var body = Correct.ReadBody(request);
                return body.Rejection is null && !FlowJson.RepeatsMembers(body.Object)
                    ? body with
                    {
                        Object = FlowJson.Rewritten(body.Object, change),
                    }
                    : body;
            },
        };
}
