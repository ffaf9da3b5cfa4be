namespace Conformance.Engine.Tests.Http.Hostile;

/// <summary>Small damage to bytes that were all but right.</summary>
internal static class Mutations
{
    private static readonly ImmutableArray<byte[]> Pieces =
    [
        "\0"u8.ToArray(),
        "\r"u8.ToArray(),
        "\n"u8.ToArray(),
        "\r\n"u8.ToArray(),
        "\r\n\r\n"u8.ToArray(),
        " "u8.ToArray(),
        "\t"u8.ToArray(),
        ":"u8.ToArray(),
        ","u8.ToArray(),
        ";"u8.ToArray(),
        "0\r\n\r\n"u8.ToArray(),
        "99999999999999999999"u8.ToArray(),
        "7fffffffffffffff"u8.ToArray(),
        "ffffffffffffffff"u8.ToArray(),
        "-1"u8.ToArray(),
        "HTTP/1.1 200 OK\r\n"u8.ToArray(),
        "Transfer-Encoding: chunked\r\n"u8.ToArray(),
        "Content-Length: 5\r\n"u8.ToArray(),
        [0xFF],
        [0xC3],
        [0xED, 0xA0, 0x80],
        [0xEF, 0xBB, 0xBF],
    ];

    /// <summary>The bytes with up to three pieces flipped, cut off, taken out, doubled, moved or put in.</summary>
    public static byte[] Of(byte[] bytes, Chance chance)
    {
        for (var times = 1 + chance.Few(3); times > 0 && bytes.Length > 0; times--)
            bytes = Once(bytes, chance);
        return bytes;
    }

    private static byte[] Once(byte[] bytes, Chance chance)
    {
        var at = chance.Below(bytes.Length);
        var end = Math.Min(bytes.Length, at + 1 + chance.Few(40));
        return chance.Below(7) switch
        {
            0 => Flipped(bytes, at, (byte)(1 << chance.Below(8))),
            1 => Flipped(bytes, at, (byte)chance.Below(256)),
            2 => bytes[..at],
            3 => [.. bytes[..at], .. bytes[end..]],
            4 => [.. bytes[..end], .. bytes[at..end], .. bytes[end..]],
            5 => [.. bytes[end..], .. bytes[..end]],
            _ => [.. bytes[..at], .. chance.Of(Pieces), .. bytes[at..]],
        };
    }

    private static byte[] Flipped(byte[] bytes, int at, byte bits)
    {
        byte[] flipped = [.. bytes];
        flipped[at] ^= bits;
        return flipped;
    }
}
