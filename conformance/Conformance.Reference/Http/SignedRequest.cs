using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Conformance.Reference.Http;

/// <summary>The header <c>Authorization</c> of a signed request, and its verification.</summary>
/// <param name="Credential">Key id and scope.</param>
/// <param name="SignedHeaders">Names of the headers that the signature covers.</param>
/// <param name="Signature">The signature.</param>
internal sealed record SignedRequest(string Credential, string[] SignedHeaders, string Signature)
{
    private const string Algorithm = "AWS4-HMAC-SHA256 ";
    private static readonly TimeSpan LargestClockDifference = TimeSpan.FromMinutes(15);

    /// <summary>Why the request does not show that it comes from the holder of the credentials, or null.</summary>
    public static string? Complaint(
        Incoming request,
        AwsCredentials credentials,
        string region,
        string service,
        DateTimeOffset now
    )
    {
        if (Parse(request.Headers.Authorization.ToString()) is not { } signed)
            return "expected an Authorization header with Signature Version 4, got none or another one";
        var time = request.Headers["X-Amz-Date"].ToString();
        if (!IsRecent(time, now))
            return "expected X-Amz-Date within 15 minutes of the server's time, got another time or none";
        var scope = new SignatureScope(time, region, service);
        if (signed.Credential != $"{credentials.AccessKeyId}/{scope}")
            return $"expected a known key and the scope {scope}, got the credential {signed.Credential}";
        if (signed.Unsigned(request) is { } unsigned)
            return $"expected the header {unsigned} to be signed, got only {string.Join(';', signed.SignedHeaders)}";
        if (request.Headers["X-Amz-Content-Sha256"] is [var claimed] && claimed != SignatureV4.Hash(request.Body.Span))
            return "expected X-Amz-Content-Sha256 to be the hash of the body, got another one";
        var expected = SignatureV4.Sign(request, signed.SignedHeaders, scope, credentials.SecretAccessKey);
        return IsSame(expected, signed.Signature) ? null : "expected another signature than the one that came";
    }

    internal static SignedRequest? Parse(string authorization)
    {
        if (!authorization.StartsWith(Algorithm, StringComparison.Ordinal))
            return null;
        string? credential = null,
            headers = null,
            signature = null;
        foreach (var part in authorization[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries))
        {
            credential ??= After(part, "Credential=");
            headers ??= After(part, "SignedHeaders=");
            signature ??= After(part, "Signature=");
        }
        return credential is null || headers is null || signature is null
            ? null
            : new SignedRequest(credential, headers.Split(';'), signature);
    }

    private static string? After(string part, string prefix) =>
        part.StartsWith(prefix, StringComparison.Ordinal) ? part[prefix.Length..] : null;

    private string? Unsigned(Incoming request) =>
        request
            .Headers.Keys.Where(n => n.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            .FirstOrDefault(n => !Covers(n))
        ?? (Covers("host") || Covers(SignatureV4.Authority) ? null : $"host or {SignatureV4.Authority}");

    private bool Covers(string header) => SignedHeaders.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static bool IsRecent(string time, DateTimeOffset now) =>
        DateTimeOffset.TryParseExact(
            time,
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var signedAt
        )
        && (now - signedAt).Duration() <= LargestClockDifference;

    private static bool IsSame(string expected, string actual) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));
}
