using System.Buffers.Binary;
using System.Text;
using Conformance.Reference;
using Conformance.Reference.BedrockFlows;

namespace Conformance.HostileTargets.Tests.Serving;

/// <summary>Streams of events, one part after the other.</summary>
internal static class Events
{
    private static readonly BedrockFlowsBehaviour Correct = BedrockFlowsBehaviour.Correct;

    /// <summary>The right streams, delivered in another way.</summary>
    public static Func<ReferenceOptions, ReferenceOptions> Delivered(
        Func<IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncEnumerable<ReadOnlyMemory<byte>>> deliver
    ) => right => right with { BedrockFlows = Correct with { Deliver = deliver } };

    /// <summary>The right streams, with these bytes before.</summary>
    public static Func<ReferenceOptions, ReferenceOptions> Before(params ImmutableArray<byte[]> parts) =>
        Delivered(right => Parts(parts).Concat(right));

    /// <summary>These bytes in the place of the right streams.</summary>
    public static Func<ReferenceOptions, ReferenceOptions> Instead(params ImmutableArray<byte[]> parts) =>
        Delivered(_ => Parts(parts));

    /// <summary>The same, again and again for as long as the client reads.</summary>
    public static Func<ReferenceOptions, ReferenceOptions> Endless(byte[] part) =>
        Delivered(_ => Parts(Enumerable.Repeat(part, int.MaxValue)));

    /// <summary>The right events as JSON.</summary>
    public static Func<ReferenceOptions, ReferenceOptions> AsJson(
        Func<IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncEnumerable<ReadOnlyMemory<byte>>> deliver
    ) => right => right with { BedrockFlows = Correct with { Encoding = EventEncoding.JsonLines, Deliver = deliver } };

    /// <summary>Other content in each event.</summary>
    public static Func<ReferenceOptions, ReferenceOptions> Holding(Func<FlowEvent, byte[]> payload) =>
        right =>
            right with
            {
                BedrockFlows = Correct with
                {
                    Run = call => FlowRun.Of(call).Select(e => e with { Payload = payload(e) }),
                },
            };

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Parts(IEnumerable<byte[]> parts)
    {
        foreach (var part in parts)
        {
            await Task.CompletedTask;
            yield return part;
        }
    }

    /// <summary>An event of a kind that no document names.</summary>
    public static byte[] Unknown(string name, ReadOnlySpan<byte> payload) =>
        Frame.Write(
            [new(":event-type", name), new(":content-type", "application/json"), new(":message-type", "event")],
            payload
        );

    /// <summary>An output that the schema allows.</summary>
    public static byte[] Output(string document) =>
        Frame.Write(
            new FlowEvent(
                "flowOutputEvent",
                IsException: false,
                Encoding.UTF8.GetBytes(
                    $"{{\"content\":{{\"document\":{document}}},\"nodeName\":\"FlowOutputNode\",\"nodeType\":\"FlowOutputNode\"}}"
                )
            )
        );

    /// <summary>The end of a flow that went well.</summary>
    public static byte[] Completion() => Frame.Write(FlowEvent.Completion("SUCCESS"));

    /// <summary>A beginning of a message with these lengths and the checksum that belongs to them.</summary>
    public static byte[] Prelude(uint totalLength, uint headersLength)
    {
        var prelude = new byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(prelude, totalLength);
        BinaryPrimitives.WriteUInt32BigEndian(prelude.AsSpan(4), headersLength);
        BinaryPrimitives.WriteUInt32BigEndian(prelude.AsSpan(8), Crc32.Of(prelude.AsSpan(0, 8)));
        return prelude;
    }

    /// <summary>A message with these bytes as headers and the checksums that belong to them.</summary>
    public static byte[] Message(ReadOnlySpan<byte> headers)
    {
        var length = 12 + headers.Length + 4;
        byte[] message = [.. Prelude((uint)length, (uint)headers.Length), .. headers, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(length - 4), Crc32.Of(message.AsSpan(0, length - 4)));
        return message;
    }
}
