using System.Buffers.Binary;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>The beginning of a frame: its lengths, and their checksum.</summary>
/// <param name="TotalLength">Bytes of the whole frame.</param>
/// <param name="HeadersLength">Bytes of its headers.</param>
internal readonly record struct Prelude(long TotalLength, long HeadersLength)
{
    internal const int Length = 12;
    internal const int ChecksumLength = 4;

    // "The payload of a message MUST NOT exceed" and "The encoded headers of a message MUST NOT exceed", services check both.
    internal const int MostPayloadBytes = 25_165_824;
    internal const int MostHeadersBytes = 131_072;

    internal long PayloadLength => TotalLength - HeadersLength - Length - ChecksumLength;

    /// <summary>Reads it from at least <see cref="Length"/> bytes.</summary>
    /// <param name="bytes">Where it stands.</param>
    /// <param name="offset">Index in the stream, for the fault.</param>
    /// <param name="fault">What is wrong, or null.</param>
    internal static Prelude Read(ReadOnlySpan<byte> bytes, int offset, out StreamFault? fault)
    {
        var prelude = new Prelude(
            BinaryPrimitives.ReadUInt32BigEndian(bytes),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[4..])
        );
        var (computed, sent) = (Crc32.Of(bytes[..8]), BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]));
        fault =
            computed == sent
                ? prelude.Problem(offset)
                : new StreamFault(
                    StreamFaultKind.PreludeChecksum,
                    offset,
                    $"expected the checksum {computed:x8} of the frame's lengths, got {sent:x8}"
                );
        return prelude;
    }

    private StreamFault? Problem(int offset) =>
        this switch
        {
            { PayloadLength: < 0 } => new(
                StreamFaultKind.BadLengths,
                offset,
                $"expected headers that fit into the frame, got {HeadersLength} bytes of headers in a frame of {TotalLength}"
            ),
            { HeadersLength: > MostHeadersBytes } => new(
                StreamFaultKind.HeadersTooLarge,
                offset,
                $"expected at most {MostHeadersBytes} bytes of headers in a frame, got {HeadersLength}"
            ),
            { PayloadLength: > MostPayloadBytes } => new(
                StreamFaultKind.FrameTooLarge,
                offset,
                $"expected at most {MostPayloadBytes} bytes of payload in a frame, got {PayloadLength}"
            ),
            _ => null,
        };
}
