using System.Globalization;
using System.Text;

namespace Conformance.Engine.Tests.Http.Hostile;

/// <summary>
/// Responses that a target may send in place of right ones: nearly right by the grammar of RFC 9112, those with damage, and
/// noise.
/// </summary>
internal static class HostileResponses
{
    /// <summary>The bytes of one.</summary>
    public static byte[] Of(Chance chance) =>
        chance.Below(100) switch
        {
            < 4 => chance.Bytes(chance.Few(400)),
            < 6 => [.. "HTTP/1.1 "u8, .. chance.Bytes(chance.Few(400))],
            < 35 => Mutations.Of(NearlyRight(chance), chance),
            _ => NearlyRight(chance),
        };

    private static byte[] NearlyRight(Chance chance)
    {
        var head = new StringBuilder();
        for (var interim = chance.In100(4) ? chance.Few(40) : 0; interim > 0; interim--)
            Interim(head, chance);
        Line(head, HostileHeads.StatusLine(chance), chance);
        for (var left = chance.In100(1) ? 400 : chance.Few(6); left > 0; left--)
            Line(head, HostileHeads.HeaderLine(chance), chance);
        var (type, body) = Body(chance);
        if (type.Length > 0)
            Line(head, $"Content-Type: {type}", chance);
        return Framed(head, body, chance);
    }

    private static void Interim(StringBuilder head, Chance chance)
    {
        Line(head, $"HTTP/1.1 {chance.Of(100, 102, 103, 199)} Later", chance);
        if (chance.In100(50))
            Line(head, HostileHeads.HeaderLine(chance), chance);
        Line(head, "", chance);
    }

    private static (string Type, byte[] Body) Body(Chance chance) =>
        chance.Below(10) switch
        {
            < 5 => ("application/json", HostileJson.Of(chance)),
            < 8 => ("application/vnd.amazon.eventstream", HostileFrames.Of(chance)),
            8 => (chance.Of("", "text/plain", "application/octet-stream", "json"), chance.Bytes(chance.Few(300))),
            _ => (chance.Of("", "application/json"), []),
        };

    private static byte[] Framed(StringBuilder head, byte[] body, Chance chance)
    {
        switch (chance.Below(10))
        {
            case < 5:
                var length = chance.In100(90) ? body.Length : body.Length + chance.Below(40) - 20;
                Line(head, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}"), chance);
                return Together(head, body, chance);
            case 5:
                Line(
                    head,
                    $"Content-Length: {chance.Of("", "x", "-1", "+5", "5, 5", "5,6", "0x5", "9999999999", "99999999999999999999", "\u0665")}",
                    chance
                );
                return Together(head, body, chance);
            case < 9:
                Line(
                    head,
                    $"Transfer-Encoding: {(chance.In100(95) ? "chunked" : chance.Of("Chunked", "gzip, chunked", "identity", "chunked;x", ""))}",
                    chance
                );
                return Together(head, Chunked(body, chance), chance);
            default:
                return Together(head, body, chance);
        }
    }

    private static byte[] Chunked(byte[] body, Chance chance)
    {
        using var bytes = new MemoryStream();
        for (var sent = 0; sent < body.Length; )
        {
            var size = Math.Min(body.Length - sent, 1 + chance.Few(chance.In100(90) ? 4_000 : 10));
            Write(bytes, Size(size, chance) + Extension(chance) + "\r\n");
            bytes.Write(body, sent, size);
            Write(bytes, chance.In100(99) ? "\r\n" : chance.Of("", "\n", "x\r\n"));
            sent += size;
        }
        Write(bytes, chance.In100(97) ? $"0{Extension(chance)}\r\n" : chance.Of("", "00000000\r\n", "-0\r\n", "0"));
        for (var trailers = chance.In100(10) ? chance.Few(5) : 0; trailers > 0; trailers--)
            Write(bytes, HostileHeads.HeaderLine(chance) + "\r\n");
        Write(bytes, "\r\n");
        return bytes.ToArray();
    }

    private static string Size(int size, Chance chance) =>
        chance.In100(98)
            ? size.ToString(chance.In100(90) ? "x" : "X8", CultureInfo.InvariantCulture)
            : chance.Of(
                "",
                "g",
                "-1",
                "ffffffff",
                "7fffffffffffffff",
                "ffffffffffffffff",
                "10000000000000000",
                " 5",
                "5 "
            );

    private static string Extension(Chance chance) =>
        chance.In100(95)
            ? ""
            : chance.Of(";a=b", " ; a=\"b;c\"", ";", ";" + new string('e', chance.Below(20_000)), ";\0");

    private static byte[] Together(StringBuilder head, byte[] body, Chance chance)
    {
        Line(head, "", chance);
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. body];
    }

    private static void Line(StringBuilder head, string line, Chance chance) =>
        head.Append(line).Append(chance.In100(99) ? "\r\n" : chance.Of("\n", "\r", "\r\r\n", "\n\r", ""));

    private static void Write(MemoryStream bytes, string text) => bytes.Write(Encoding.Latin1.GetBytes(text));
}
