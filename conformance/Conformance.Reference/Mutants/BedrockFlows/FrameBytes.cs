using System.Buffers.Binary;
using System.Numerics;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Messages of an event stream whose bytes are wrong.</summary>
internal static class FrameBytes
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        ChangesBytes("FlipsBitInLengths", "flips a bit in the lengths of messages", f => f[3] ^= 1),
        ChangesBytes("FlipsBitInPreludeChecksum", "flips a bit in the checksum of the lengths", f => f[11] ^= 0x80),
        ChangesBytes("FlipsBitInHeaders", "flips a bit in the headers of messages", f => f[14] ^= 0x20),
        ChangesBytes("FlipsBitInPayload", "flips a bit in the payload of messages", f => f[^7] ^= 1),
        ChangesBytes("FlipsBitInChecksum", "flips a bit in the checksum of messages", f => f[^1] ^= 1),
        ChangesBytes("LeavesChecksumsAtZero", "leaves both checksums at zero", f => Sum(f, _ => 0, _ => 0)),
        ChangesBytes(
            "SumsWithAnotherPolynomial",
            "writes checksums of Castagnoli",
            f => Sum(f, Castagnoli, Castagnoli)
        ),
        ChangesBytes(
            "SumsThePayloadAlone",
            "leaves the lengths out of the checksum of messages",
            f => Sum(f, Crc32.Of, all => Crc32.Of(all[12..]))
        ),
        ChangesBytes("WritesLengthsBackwards", "writes lengths with their lowest byte first", WriteLengthsBackwards),
        ChangesBytes(
            "CountsLengthWithoutChecksum",
            "leaves the checksum out of the length of messages",
            CountLengthWithoutChecksum
        ),
        ChangesBytes("CountsHeadersTooLong", "counts the headers of messages one byte too long", CountHeadersTooLong),
    ];

    private delegate uint Checksum(ReadOnlySpan<byte> bytes);

    /// <summary>A message's bytes are changed after it was written.</summary>
    private static Mutant ChangesBytes(string name, string says, Action<byte[]> change) =>
        Row(name, says, ["stream/frames"], () => Messages(change));

    /// <summary>Writes both checksums anew, the one of the lengths and the one of the whole message.</summary>
    private static void Sum(byte[] frame, Checksum ofLengths, Checksum ofAll)
    {
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), ofLengths(frame.AsSpan(0, 8)));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(^4), ofAll(frame.AsSpan(..^4)));
    }

    /// <summary>The checksum that others use, of Castagnoli (RFC 3720).</summary>
    private static uint Castagnoli(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var octet in bytes)
            sum = BitOperations.Crc32C(sum, octet);
        return ~sum;
    }

    private static void WriteLengthsBackwards(byte[] frame)
    {
        frame.AsSpan(0, 4).Reverse();
        frame.AsSpan(4, 4).Reverse();
        Sum(frame, Crc32.Of, Crc32.Of);
    }

    private static void CountLengthWithoutChecksum(byte[] frame)
    {
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length - 4);
        Sum(frame, Crc32.Of, Crc32.Of);
    }

    private static void CountHeadersTooLong(byte[] frame)
    {
        frame[7]++;
        Sum(frame, Crc32.Of, Crc32.Of);
    }
}
