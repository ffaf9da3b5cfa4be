using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Amazon.Runtime.EventStreams;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Tests.BedrockFlows;

/// <summary>One event as a client sees it.</summary>
internal sealed record SeenEvent(string MessageType, string Name, byte[] Payload)
{
    public JsonElement Json => JsonElement.Parse(Payload);
}

/// <summary>Invocations of flows with which nothing is wrong, and their responses as another implementation reads them.</summary>
internal static class Invocations
{
    public const string EchoPath = "/flows/ECHOFLOW01/aliases/TSTALIASID";
    public const string ArnOfEcho = "arn:aws:bedrock:us-east-1:000000000000:flow/ECHOFLOW01";

    public static Task<Emulator> StartAsync(BedrockFlowsBehaviour behaviour) =>
        Emulator.StartAsync(new() { BedrockFlows = behaviour });

    public static string Path(string flow, string alias = Offer.TestAlias) =>
        $"/flows/{Uri.EscapeDataString(flow)}/aliases/{Uri.EscapeDataString(alias)}";

    /// <summary>A body whose document is this JSON.</summary>
    public static string Body(string documentJson = "\"hello\"") =>
        $$"""{"inputs":[{"content":{"document":{{documentJson}}},"nodeName":"FlowInputNode","nodeOutputName":"document"}]}""";

    public static Task<Reply> EchoAsync(this Emulator bedrock, string documentJson = "\"hello\"") =>
        bedrock.PostAsync(EchoPath, Body(documentJson));

    /// <summary>The events in a body of frames; throws where one is broken.</summary>
    public static List<SeenEvent> Events(this Reply reply)
    {
        Assert.Equal("application/vnd.amazon.eventstream", reply.ContentType?.ToString());
        var events = new List<SeenEvent>();
        for (var at = 0; at < reply.Bytes.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(reply.Bytes.AsSpan(at));
            // The SDK reads checksums at the wrong place where a message does not begin at 0.
            events.Add(Event(EventStreamMessage.FromBuffer(reply.Bytes[at..(at + length)], 0, length)));
            at += length;
        }
        return events;
    }

    /// <summary>The document in an output event, as it was written.</summary>
    public static string Document(this SeenEvent output) =>
        output.Json.GetProperty("content").GetProperty("document").GetRawText();

    public static string Text(this SeenEvent seen) => Encoding.UTF8.GetString(seen.Payload);

    private static SeenEvent Event(EventStreamMessage message)
    {
        var type = message.Headers[":message-type"].AsString();
        Assert.Equal("application/json", message.Headers[":content-type"].AsString());
        Assert.Equal(3, message.Headers.Count);
        return new(type, message.Headers[$":{type}-type"].AsString(), message.Payload);
    }
}
