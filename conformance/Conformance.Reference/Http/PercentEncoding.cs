using System.Text;

namespace Conformance.Reference.Http;

/// <summary>The octets of a URI: decoded exactly once (interpretation R14), encoded as signatures want it.</summary>
internal static class PercentEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>
    /// The text behind the escapes, or null where an escape is broken or the octets are not UTF-8. A plus is a plus.
    /// </summary>
    public static string? Decode(ReadOnlySpan<char> encoded)
    {
        if (!encoded.Contains('%'))
            return encoded.ToString();
        var octets = new byte[Encoding.UTF8.GetMaxByteCount(encoded.Length)];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] != '%')
            {
                length += Encoding.UTF8.GetBytes(encoded.Slice(i, 1), octets.AsSpan(length));
                continue;
            }
            if (
                i + 2 >= encoded.Length
                || !char.IsAsciiHexDigit(encoded[i + 1])
                || !char.IsAsciiHexDigit(encoded[i + 2])
            )
                return null;
            octets[length++] = Convert.FromHexString(encoded.Slice(i + 1, 2))[0];
            i += 2;
        }
        return DecodeUtf8(octets.AsSpan(0, length));
    }

    /// <summary>The text with every octet escaped but unreserved ones and those of <paramref name="kept"/>.</summary>
    public static string Encode(string text, string kept = "")
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)octet;
            if (char.IsAsciiLetterOrDigit(character) || "-_.~".Contains(character) || kept.Contains(character))
                encoded.Append(character);
            else
                encoded.Append('%').Append(Convert.ToHexString([octet]));
        }
        return encoded.ToString();
    }

    private static string? DecodeUtf8(ReadOnlySpan<byte> octets)
    {
        try
        {
            return StrictUtf8.GetString(octets);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
