using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Conformance.Reference.Http;

/// <summary>What a signature is good for.</summary>
/// <param name="Time">The time of signing, as <c>20150830T123600Z</c>.</param>
/// <param name="Region">Region, such as <c>us-east-1</c>.</param>
/// <param name="Service">Service name, such as <c>nova-act</c>.</param>
internal sealed record SignatureScope(string Time, string Region, string Service)
{
    public string Date => Time[..8];

    public override string ToString() => $"{Date}/{Region}/{Service}/aws4_request";
}

/// <summary>Signature Version 4, as services other than S3 compute it: the path is encoded once more.</summary>
internal static class SignatureV4
{
    /// <summary>What clients sign in place of <c>host</c> when they speak HTTP/2.</summary>
    public const string Authority = ":authority";

    /// <summary>The signature in lower-case hexadecimal.</summary>
    public static string Sign(Incoming request, IEnumerable<string> signedHeaders, SignatureScope scope, string secret)
    {
        var canonical = Encoding.UTF8.GetBytes(CanonicalRequest(request, [.. signedHeaders]));
        var toSign = $"AWS4-HMAC-SHA256\n{scope.Time}\n{scope}\n{Hash(canonical)}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in (string[])[scope.Date, scope.Region, scope.Service, "aws4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string CanonicalRequest(Incoming request, string[] signedHeaders)
    {
        var (path, query) = RequestTarget.Split(request.RawTarget);
        var headers = new StringBuilder();
        foreach (var name in signedHeaders)
            headers.Append(CultureInfo.InvariantCulture, $"{name}:{CanonicalValue(request, name)}\n");
        return string.Join(
            '\n',
            request.Method,
            PercentEncoding.Encode(path.Length == 0 ? "/" : path, kept: "/"),
            CanonicalQuery(query),
            headers,
            string.Join(';', signedHeaders),
            Hash(request.Body.Span)
        );
    }

    private static string CanonicalQuery(string query)
    {
        var pairs = RequestTarget.Read("/?" + query.Replace("+", "%20", StringComparison.Ordinal)).Query;
        var encoded = pairs.Select(p => (Name: Encoded(p.Key), Value: Encoded(p.Value)));
        return string.Join(
            '&',
            encoded
                .OrderBy(p => p.Name, StringComparer.Ordinal)
                .ThenBy(p => p.Value, StringComparer.Ordinal)
                .Select(p => $"{p.Name}={p.Value}")
        );
    }

    private static string Encoded(string? text) => PercentEncoding.Encode(text ?? "");

    private static string CanonicalValue(Incoming request, string name) =>
        string.Join(',', Values(request, name).Select(value => CollapseBlanks(value ?? "")));

    /// <summary>One header has two names: what HTTP/2 calls the authority arrives as the host (RFC 9113, 8.3.1).</summary>
    private static StringValues Values(Incoming request, string name) =>
        name == Authority ? request.Headers.Host : request.Headers[name];

    /// <summary>Tabs are blanks as well to the SDKs, though the documentation of signatures speaks of spaces alone.</summary>
    private static string CollapseBlanks(string value) =>
        string.Join(' ', value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
