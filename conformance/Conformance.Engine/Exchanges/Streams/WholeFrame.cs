using System.Buffers.Binary;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>Reads one frame of <c>application/vnd.amazon.eventstream</c>.</summary>
internal static class WholeFrame
{
    /// <summary>Bytes of the frame at the beginning of these; 0 where it isn't whole, or its lengths have a fault.</summary>
    internal static int LengthOf(ReadOnlySpan<byte> bytes, int offset, out StreamFault? fault)
    {
        fault = null;
        if (bytes.Length < Prelude.Length)
            return 0;
        var prelude = Prelude.Read(bytes, offset, out fault);
        return fault is null && bytes.Length >= prelude.TotalLength ? (int)prelude.TotalLength : 0;
    }

    /// <summary>The frame that these bytes are, which it keeps; null where it has a fault.</summary>
    internal static Frame? Read(ReadOnlyMemory<byte> bytes, int offset, out StreamFault? fault)
    {
        var prelude = Prelude.Read(bytes.Span, offset, out fault);
        if (fault is not null)
            return null;
        var sent = BinaryPrimitives.ReadUInt32BigEndian(bytes.Span[^Prelude.ChecksumLength..]);
        if (Crc32.Of(bytes.Span[..^Prelude.ChecksumLength]) is var computed && computed != sent)
        {
            fault = new(
                StreamFaultKind.MessageChecksum,
                offset,
                $"expected the checksum {computed:x8} of the whole frame, got {sent:x8}"
            );
            return null;
        }
        var content = bytes[Prelude.Length..^Prelude.ChecksumLength];
        var (headers, problem) = FrameHeaders.Read(content[..(int)prelude.HeadersLength]);
        if (problem is not null)
        {
            fault = new(StreamFaultKind.BadHeaders, offset, $"expected {problem}");
            return null;
        }
        return new Frame(offset, bytes.Length, headers, content[(int)prelude.HeadersLength..]);
    }

    /// <summary>That a frame has no end.</summary>
    internal static StreamFault Unfinished(int offset, int count) =>
        new(
            StreamFaultKind.Truncated,
            offset,
            $"expected a whole frame, got the end of the stream after {count} bytes of it"
        );
}
