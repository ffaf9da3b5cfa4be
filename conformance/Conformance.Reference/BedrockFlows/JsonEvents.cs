using System.Buffers;
using System.Text;

namespace Conformance.Reference.BedrockFlows;

/// <summary>Events as JSON, for an implementation that sends no binary messages.</summary>
internal static class JsonEvents
{
    public static IAsyncEnumerable<ReadOnlyMemory<byte>> Array(IAsyncEnumerable<FlowEvent> events) =>
        Between("["u8.ToArray(), events.Select((e, i) => Bytes(i == 0 ? "{" : ",{", Member(e), "}")), "]"u8.ToArray());

    public static IAsyncEnumerable<ReadOnlyMemory<byte>> Object(IAsyncEnumerable<FlowEvent> events) =>
        Between("{"u8.ToArray(), events.Select((e, i) => Bytes(i == 0 ? "" : ",", Member(e), "")), "}"u8.ToArray());

    public static IAsyncEnumerable<ReadOnlyMemory<byte>> Lines(IAsyncEnumerable<FlowEvent> events) =>
        events.Select(e => Bytes("{", OnOneLine(Member(e)), "}\n"));

    private static IAsyncEnumerable<ReadOnlyMemory<byte>> Between(
        ReadOnlyMemory<byte> begin,
        IAsyncEnumerable<ReadOnlyMemory<byte>> parts,
        ReadOnlyMemory<byte> end
    ) => parts.Prepend(begin).Append(end);

    private static byte[] Member(FlowEvent flowEvent) =>
        [.. Encoding.UTF8.GetBytes($"\"{flowEvent.Name}\":"), .. flowEvent.Payload.Span];

    private static ReadOnlyMemory<byte> Bytes(string before, ReadOnlySpan<byte> json, string after) =>
        (byte[])[.. Encoding.UTF8.GetBytes(before), .. json, .. Encoding.UTF8.GetBytes(after)];

    /// <summary>Line breaks stand only between the tokens of JSON, never inside of one, where they are escaped.</summary>
    private static ReadOnlySpan<byte> OnOneLine(ReadOnlySpan<byte> json)
    {
        var line = new ArrayBufferWriter<byte>(json.Length);
        foreach (var octet in json)
            if (octet is not ((byte)'\r' or (byte)'\n'))
                line.Write([octet]);
        return line.WrittenSpan;
    }
}
