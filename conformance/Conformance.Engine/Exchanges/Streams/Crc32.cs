namespace Conformance.Engine.Exchanges.Streams;

/// <summary>The checksum of RFC 1952 (gzip), that both checksums of a frame are.</summary>
internal static class Crc32
{
    private const uint ReversedPolynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(octet => Shifted((uint)octet))];

    /// <summary>The checksum of these bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var octet in bytes)
            checksum = Table[(byte)(checksum ^ octet)] ^ (checksum >> 8);
        return ~checksum;
    }

    private static uint Shifted(uint octet)
    {
        for (var bit = 0; bit < 8; bit++)
            octet = (octet & 1) == 0 ? octet >> 1 : (octet >> 1) ^ ReversedPolynomial;
        return octet;
    }
}
