using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Conformance.Engine.Tests.Http;

/// <summary>Signature Version 4 once more, from its published rules, to check what the signer's library makes of them.</summary>
internal static class SigV4
{
    public static string Signature(
        string secret,
        string scope,
        string method,
        string target,
        IReadOnlyCollection<(string Name, string Value)> headers,
        byte[] body
    )
    {
        var canonical = Canonical(method, target, headers, body);
        var date = headers.Single(header => header.Name == "x-amz-date").Value;
        var toSign = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hex(SHA256.HashData(Utf8(canonical)))}";
        var key = scope.Split('/').Aggregate(Utf8("AWS4" + secret), (k, part) => HMACSHA256.HashData(k, Utf8(part)));
        return Hex(HMACSHA256.HashData(key, Utf8(toSign)));
    }

    private static string Canonical(
        string method,
        string target,
        IReadOnlyCollection<(string Name, string Value)> headers,
        byte[] body
    )
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        var pairs = query < 0 ? [] : target[(query + 1)..].Split('&').Order(StringComparer.Ordinal).ToArray();
        var lines = headers.OrderBy(header => header.Name, StringComparer.Ordinal).ToArray();
        return string.Join(
            '\n',
            method,
            string.Join('/', path.Split('/').Select(Encoded)),
            string.Join('&', pairs),
            string.Concat(lines.Select(line => $"{line.Name}:{line.Value.Trim()}\n")),
            string.Join(';', lines.Select(line => line.Name)),
            Hex(SHA256.HashData(body))
        );
    }

    // A path is encoded once more than it is on the wire: % itself becomes %25.
    private static string Encoded(string segment)
    {
        var encoded = new StringBuilder();
        foreach (var octet in Utf8(segment))
            if (char.IsAsciiLetterOrDigit((char)octet) || "-._~".Contains((char)octet, StringComparison.Ordinal))
                encoded.Append((char)octet);
            else
                encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        return encoded.ToString();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
