using System.Buffers.Binary;
using System.Text;
using Conformance.Engine.Exchanges.Streams;

namespace Conformance.Engine.Tests.Exchanges.Streams;

/// <summary>Frames written byte by byte, right ones and wrong ones.</summary>
internal static class Frames
{
    public static byte[] Event(string name, string json) =>
        Of([Text(":message-type", "event"), Text(":event-type", name), Json], json);

    public static byte[] Exception(string name, string json) =>
        Of([Text(":message-type", "exception"), Text(":exception-type", name), Json], json);

    /// <summary>The header of a JSON payload.</summary>
    public static byte[] Json => Text(":content-type", "application/json");

    public static byte[] Of(byte[][] headers, string payload) =>
        Message([.. headers.SelectMany(h => h)], Encoding.UTF8.GetBytes(payload));

    public static byte[] Message(byte[] headers, byte[] payload)
    {
        var prelude = Prelude(16 + headers.Length + payload.Length, headers.Length);
        byte[] all = [.. prelude, .. headers, .. payload];
        return [.. all, .. Number(Crc32.Of(all))];
    }

    /// <summary>Lengths and their right checksum.</summary>
    public static byte[] Prelude(long totalLength, long headersLength)
    {
        byte[] lengths = [.. Number((uint)totalLength), .. Number((uint)headersLength)];
        return [.. lengths, .. Number(Crc32.Of(lengths))];
    }

    public static byte[] Text(string name, string value) => Header(name, 7, Counted(Encoding.UTF8.GetBytes(value)));

    public static byte[] Header(string name, byte type, params byte[] value)
    {
        var octets = Encoding.UTF8.GetBytes(name);
        return [(byte)octets.Length, .. octets, type, .. value];
    }

    public static byte[] Counted(byte[] value) => [(byte)(value.Length >> 8), (byte)value.Length, .. value];

    private static byte[] Number(uint value)
    {
        var octets = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(octets, value);
        return octets;
    }
}
