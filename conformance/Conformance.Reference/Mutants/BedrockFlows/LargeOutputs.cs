using System.Buffers.Binary;
using System.IO.Compression;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Streams that are wrong as soon as an output is larger than some buffer, or than some number can count.</summary>
internal static class LargeOutputs
{
    private const int Kilobyte = 1024;

    public static readonly ImmutableArray<Mutant> Rows =
    [
        FromSomeSize(
            "CompressesPayloadsAbove1Kilobyte",
            "compresses payloads above 1 KiB and still calls them JSON",
            "stream/documented-events",
            () => EachEvent(e => [e.Payload.Length > Kilobyte ? e with { Payload = Compressed(e.Payload) } : e])
        ),
        FromSomeSize(
            "SumsTheFirst4Kilobytes",
            "leaves what is behind the first 4 KiB out of the checksum of a message",
            "stream/frames",
            () => Messages(SumTheBeginning)
        ),
        FromSomeSize(
            "NeverCompletesAfter8Kilobytes",
            "does not complete after an output above 8 KiB",
            "stream/one-completion",
            () =>
                Correct with
                {
                    Run = invocation =>
                        FlowRun.Of(invocation).Where(e => e.Name != Completion || SizeOf(invocation) <= 8 * Kilobyte),
                }
        ),
        FromSomeSize(
            "LosesAnOctetEvery8Kilobytes",
            "loses the last octet of each full buffer of 8 KiB when it copies a payload",
            "document/large",
            () => EachEvent(e => [e with { Payload = CopiedInBuffers(e.Payload) }])
        ),
        FromSomeSize(
            "LeavesArraysOpenAbove16Kilobytes",
            "never closes its array of events when there is more than 16 KiB in it",
            "stream/not-truncated",
            () => Correct with { Encoding = EventEncoding.JsonArray, Deliver = LeftOpenAbove16Kilobytes }
        ),
        FromSomeSize(
            "WritesLengthsIn16Bits",
            "writes the length of a message in 16 bits, so that longer ones have a wrong one",
            "stream/frames",
            () => Messages(WriteLengthIn16Bits)
        ),
    ];

    /// <summary>What is small comes as it has to.</summary>
    private static Mutant FromSomeSize(
        string name,
        string says,
        string breaks,
        Func<BedrockFlowsBehaviour> behaviour
    ) =>
        Row(name, says, [breaks], behaviour)
            // A stream that can't be read has no document in it, whatever was asked for.
            .AlsoBreaking("stream/*", "document/*", "response/*", "body/*", "robustness/well-formed-json");

    private static int SizeOf(FlowInvocation invocation) => invocation.Input.Document.GetRawText().Length;

    private static byte[] Compressed(ReadOnlyMemory<byte> payload)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(payload.Span);
        return compressed.ToArray();
    }

    private static void SumTheBeginning(byte[] frame)
    {
        if (frame.Length > 4 * Kilobyte)
            BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(^4), Crc32.Of(frame.AsSpan(0, 4 * Kilobyte)));
    }

    private static byte[] CopiedInBuffers(ReadOnlyMemory<byte> payload) =>
        [
            .. payload
                .ToArray()
                .Chunk(8 * Kilobyte)
                .SelectMany(buffer => buffer.Length < 8 * Kilobyte ? buffer : buffer[..^1]),
        ];

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> LeftOpenAbove16Kilobytes(
        IAsyncEnumerable<ReadOnlyMemory<byte>> parts
    )
    {
        var sent = 0;
        await foreach (var part in parts)
        {
            sent += part.Length;
            if (sent <= 16 * Kilobyte || !part.Span.SequenceEqual("]"u8))
                yield return part;
        }
    }

    private static void WriteLengthIn16Bits(byte[] frame)
    {
        BinaryPrimitives.WriteInt32BigEndian(frame, (ushort)frame.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.Of(frame.AsSpan(0, 8)));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(^4), Crc32.Of(frame.AsSpan(..^4)));
    }
}
