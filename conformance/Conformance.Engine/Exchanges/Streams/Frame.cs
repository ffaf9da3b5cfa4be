using System.Text;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>One message of <c>application/vnd.amazon.eventstream</c> (Amazon Event Stream Specification).</summary>
/// <param name="Offset">Index in the stream of its first byte.</param>
/// <param name="Length">Bytes of the whole frame.</param>
/// <param name="Headers">Its headers, in order.</param>
/// <param name="Payload">Its payload.</param>
internal sealed record Frame(int Offset, int Length, ImmutableArray<FrameHeader> Headers, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The text of this header; null where there is none, or it is no string.</summary>
    public string? Text(string name) => Headers.FirstOrDefault(h => h.Name == name)?.Text;
}

/// <summary>One header of a frame.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Value">The bytes of its value, without their length.</param>
internal sealed record FrameHeader(string Name, FrameHeaderType Type, ReadOnlyMemory<byte> Value)
{
    /// <summary>The value of a string header; null for other types.</summary>
    public string? Text => Type == FrameHeaderType.Text ? Encoding.UTF8.GetString(Value.Span) : null;
}

/// <summary>The types of header values; their numbers are those on the wire.</summary>
internal enum FrameHeaderType
{
    True,
    False,
    OneByte,
    TwoBytes,
    FourBytes,
    EightBytes,
    Bytes,
    Text,
    Timestamp,
    Uuid,
}
