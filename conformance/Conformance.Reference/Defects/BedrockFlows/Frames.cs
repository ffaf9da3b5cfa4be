using System.Buffers.Binary;
using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Messages of an event stream whose bytes are wrong.</summary>
internal static class Frames
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new FlipsBitInLengths(),
        new FlipsBitInPreludeChecksum(),
        new FlipsBitInHeaders(),
        new FlipsBitInPayload(),
        new FlipsBitInChecksum(),
        new LeavesChecksumsAtZero(),
        new SumsWithAnotherPolynomial(),
        new SumsThePayloadAlone(),
        new WritesLengthsBackwards(),
        new CountsLengthWithoutChecksum(),
        new CountsHeadersTooLong(),
    ];

    /// <summary>Both checksums anew, for a message whose lengths are wrong on purpose.</summary>
    public static void Seal(byte[] frame)
    {
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.Of(frame.AsSpan(0, 8)));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(^4), Crc32.Of(frame.AsSpan(..^4)));
    }

    /// <summary>The checksum that others use, of Castagnoli (RFC 3720).</summary>
    public static uint Castagnoli(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var octet in bytes)
            sum = System.Numerics.BitOperations.Crc32C(sum, octet);
        return ~sum;
    }
}

/// <summary>A message's bytes are changed after it was written.</summary>
internal abstract class ChangesFrames(string says, Action<byte[]> change) : FlowDefect(says, "stream/frames")
{
    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Encoding = EventEncoding.Framed(e =>
            {
                var frame = Frame.Write(e);
                change(frame);
                return frame;
            }),
        };
}

internal sealed class FlipsBitInLengths() : ChangesFrames("flips a bit in the lengths of messages", f => f[3] ^= 1);

internal sealed class FlipsBitInPreludeChecksum()
    : ChangesFrames("flips a bit in the checksum of the lengths", f => f[11] ^= 0x80);

internal sealed class FlipsBitInHeaders() : ChangesFrames("flips a bit in the headers of messages", f => f[14] ^= 0x20);

internal sealed class FlipsBitInPayload() : ChangesFrames("flips a bit in the payload of messages", f => f[^7] ^= 1);

internal sealed class FlipsBitInChecksum() : ChangesFrames("flips a bit in the checksum of messages", f => f[^1] ^= 1);

internal sealed class LeavesChecksumsAtZero()
    : ChangesFrames(
        "leaves both checksums at zero",
        f =>
        {
            f.AsSpan(8, 4).Clear();
            f.AsSpan(^4).Clear();
        }
    );

internal sealed class SumsWithAnotherPolynomial()
    : ChangesFrames(
        "writes checksums of Castagnoli",
        f =>
        {
            BinaryPrimitives.WriteUInt32BigEndian(f.AsSpan(8), Frames.Castagnoli(f.AsSpan(0, 8)));
            BinaryPrimitives.WriteUInt32BigEndian(f.AsSpan(^4), Frames.Castagnoli(f.AsSpan(..^4)));
        }
    );

internal sealed class SumsThePayloadAlone()
    : ChangesFrames(
        "leaves the lengths out of the checksum of messages",
        f => BinaryPrimitives.WriteUInt32BigEndian(f.AsSpan(^4), Crc32.Of(f.AsSpan(12..^4)))
    );

internal sealed class WritesLengthsBackwards()
    : ChangesFrames(
        "writes lengths with their lowest byte first",
        f =>
        {
            f.AsSpan(0, 4).Reverse();
            f.AsSpan(4, 4).Reverse();
            Frames.Seal(f);
        }
    );

internal sealed class CountsLengthWithoutChecksum()
    : ChangesFrames(
        "leaves the checksum out of the length of messages",
        f =>
        {
            BinaryPrimitives.WriteInt32BigEndian(f, f.Length - 4);
            Frames.Seal(f);
        }
    );

internal sealed class CountsHeadersTooLong()
    : ChangesFrames(
        "counts the headers of messages one byte too long",
        f =>
        {
            f[7]++;
            Frames.Seal(f);
        }
    );
