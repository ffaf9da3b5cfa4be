using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Conformance.Reference.BedrockFlows;

/// <summary>
/// A message of <c>application/vnd.amazon.eventstream</c> (companion), all numbers big-endian: total length, length of
/// the headers, checksum of these two; headers; payload; checksum of all before it.
/// </summary>
public static class Frame
{
    private const int PreludeLength = 12;
    private const int ChecksumLength = 4;
    private const byte TextType = 7;

    /// <summary>The event as one message.</summary>
    public static byte[] Write(FlowEvent flowEvent) => Write(Headers(flowEvent), flowEvent.Payload.Span);

    /// <summary>A message with these headers, all of them texts, and this payload.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> payload)
    {
        var written = WriteHeaders(headers);
        var frame = new byte[PreludeLength + written.Length + payload.Length + ChecksumLength];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), written.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.Of(frame.AsSpan(0, 8)));
        written.CopyTo(frame.AsSpan(PreludeLength));
        payload.CopyTo(frame.AsSpan(PreludeLength + written.Length));
        var end = frame.AsSpan(frame.Length - ChecksumLength);
        BinaryPrimitives.WriteUInt32BigEndian(end, Crc32.Of(frame.AsSpan(0, frame.Length - ChecksumLength)));
        return frame;
    }

    /// <summary>The headers that tell what a message is.</summary>
    public static KeyValuePair<string, string>[] Headers(FlowEvent flowEvent) =>
        [
            new(flowEvent.IsException ? ":exception-type" : ":event-type", flowEvent.Name),
            new(":content-type", "application/json"),
            new(":message-type", flowEvent.IsException ? "exception" : "event"),
        ];

    private static ReadOnlySpan<byte> WriteHeaders(IEnumerable<KeyValuePair<string, string>> headers)
    {
        var written = new ArrayBufferWriter<byte>(128);
        foreach (var (name, value) in headers)
        {
            written.Write([checked((byte)Encoding.UTF8.GetByteCount(name))]);
            Encoding.UTF8.GetBytes(name, written);
            written.Write([TextType]);
            BinaryPrimitives.WriteUInt16BigEndian(
                written.GetSpan(sizeof(ushort)),
                checked((ushort)Encoding.UTF8.GetByteCount(value))
            );
            written.Advance(sizeof(ushort));
            Encoding.UTF8.GetBytes(value, written);
        }
        return written.WrittenSpan;
    }
}
