using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>Reads the headers of a frame.</summary>
/// <remarks>
/// The reader of AWSSDK.Core is none for a judge: it throws at timestamps that the encoding allows, reads values on into the
/// payload, and takes names that are empty or no UTF-8. The tests hold this one against it.
/// </remarks>
internal static class FrameHeaders
{
    /// <summary>The headers, or what is wrong with them.</summary>
    internal static (ImmutableArray<FrameHeader> Headers, string? Problem) Read(ReadOnlyMemory<byte> bytes)
    {
        var headers = ImmutableArray.CreateBuilder<FrameHeader>();
        // A frame has room for tens of thousands.
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var rest = bytes; !rest.IsEmpty; )
        {
            if (Next(ref rest, out var header) is { } problem)
                return ([], problem);
            if (!names.Add(header.Name))
                return ([], $"each header once, got {header.Name} twice");
            headers.Add(header);
        }
        return (headers.ToImmutable(), null);
    }

    private static string? Next(ref ReadOnlyMemory<byte> rest, out FrameHeader header)
    {
        header = null!;
        int nameLength = rest.Span[0];
        if (nameLength == 0)
            return "a header's name, got none";
        if (rest.Length < 1 + nameLength + 1)
            return $"a header's name of {nameLength} bytes and its type, got the end of the headers";
        var name = rest.Slice(1, nameLength);
        if (!Utf8.IsValid(name.Span))
            return "a header's name in UTF-8, got other bytes";
        var type = (FrameHeaderType)rest.Span[1 + nameLength];
        rest = rest[(1 + nameLength + 1)..];
        var text = Encoding.UTF8.GetString(name.Span);
        if (Value(ref rest, type, out var value) is { } problem)
            return $"{problem} in the header {text}";
        header = new FrameHeader(text, type, value);
        return null;
    }

    private static string? Value(ref ReadOnlyMemory<byte> rest, FrameHeaderType type, out ReadOnlyMemory<byte> value)
    {
        value = default;
        if (!Enum.IsDefined(type))
            return $"a type from 0 to 9, got {(int)type}";
        var isCounted = type is FrameHeaderType.Bytes or FrameHeaderType.Text;
        if (isCounted && rest.Length < 2)
            return "the length of a value, got the end of the headers";
        var length = isCounted ? BinaryPrimitives.ReadUInt16BigEndian(rest.Span) : FixedLength(type);
        rest = rest[(isCounted ? 2 : 0)..];
        if (rest.Length < length)
            return $"a value of {length} bytes, got {rest.Length}";
        value = rest[..length];
        rest = rest[length..];
        return type == FrameHeaderType.Text && !Utf8.IsValid(value.Span) ? "text in UTF-8, got other bytes" : null;
    }

    private static int FixedLength(FrameHeaderType type) =>
        type switch
        {
            FrameHeaderType.OneByte => 1,
            FrameHeaderType.TwoBytes => 2,
            FrameHeaderType.FourBytes => 4,
            FrameHeaderType.EightBytes or FrameHeaderType.Timestamp => 8,
            FrameHeaderType.Uuid => 16,
            _ => 0,
        };
}
