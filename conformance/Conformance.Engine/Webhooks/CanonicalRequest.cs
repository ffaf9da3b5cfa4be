using System.Security.Cryptography;
using System.Text;

namespace Conformance.Engine.Webhooks;

/// <summary>A request as Signature Version 4 signs it, for services other than S3: the path is encoded once more.</summary>
internal static class CanonicalRequest
{
    /// <summary>What clients sign in place of <c>host</c> when they speak HTTP/2; a proxy passes it on as the host.</summary>
    public const string Authority = ":authority";

    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>The text that is hashed.</summary>
    /// <param name="delivery">The request.</param>
    /// <param name="path">Its path as its sender wrote it, percent-encoded.</param>
    /// <param name="host">The host that its sender called.</param>
    /// <param name="signedHeaders">Names of the signed headers, in order.</param>
    /// <param name="blanks">Characters of which a row counts as one space in a header's value.</param>
    public static string Of(
        Delivery delivery,
        string path,
        string host,
        ImmutableArray<string> signedHeaders,
        char[] blanks
    ) =>
        string.Join(
            '\n',
            delivery.Method,
            Encoded(path.Length == 0 ? "/" : path, kept: "/"),
            Query(delivery.Target),
            string.Concat(signedHeaders.Select(name => $"{name}:{Value(delivery, name, host, blanks)}\n")),
            string.Join(';', signedHeaders),
            PayloadHash(delivery)
        );

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Whether this header names the host.</summary>
    public static bool IsHost(string header) =>
        header.Equals("host", StringComparison.OrdinalIgnoreCase)
        || header.Equals(Authority, StringComparison.OrdinalIgnoreCase);

    /// <summary>The body's hash, or what the sender says instead of one: <c>UNSIGNED-PAYLOAD</c>.</summary>
    private static string PayloadHash(Delivery delivery) =>
        delivery.Header("X-Amz-Content-Sha256") is { } said && said.Contains('-', StringComparison.Ordinal)
            ? said
            : Hash(delivery.Body.Span);

    private static string Value(Delivery delivery, string name, string host, char[] blanks) =>
        IsHost(name)
            ? host
            : string.Join(
                ',',
                delivery
                    .Values(name)
                    .Select(value => string.Join(' ', value.Split(blanks, StringSplitOptions.RemoveEmptyEntries)))
            );

    private static string Query(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0 || mark == target.Length - 1)
            return "";
        var pairs = target[(mark + 1)..]
            .Split('&')
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Recoded(pair[0]), Value: Recoded(pair.ElementAtOrDefault(1) ?? "")));
        return string.Join(
            '&',
            pairs
                .OrderBy(p => p.Name, StringComparer.Ordinal)
                .ThenBy(p => p.Value, StringComparer.Ordinal)
                .Select(p => $"{p.Name}={p.Value}")
        );
    }

    private static string Recoded(string part) =>
        Encoded(Uri.UnescapeDataString(part.Replace("+", "%20", StringComparison.Ordinal)), kept: "");

    private static string Encoded(string text, string kept)
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
            if (
                Unreserved.Contains((char)octet, StringComparison.Ordinal)
                || kept.Contains((char)octet, StringComparison.Ordinal)
            )
                encoded.Append((char)octet);
            else
                encoded.Append('%').Append(Convert.ToHexString([octet]));
        return encoded.ToString();
    }
}
