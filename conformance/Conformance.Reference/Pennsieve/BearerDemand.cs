using System.Security.Cryptography;
using System.Text;
using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>What is demanded of the header <c>Authorization</c>.</summary>
internal static class BearerDemand
{
    private const string Scheme = "Bearer ";

    /// <summary>Rejects with 401 what does not carry this token (interpretation R10).</summary>
    public static Rejection? Check(Incoming request, string token)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Rejections.Unauthorized(
                "expected the header Authorization with a bearer token, got another or none"
            );
        return IsSame(header[Scheme.Length..].Trim(), token)
            ? null
            : Rejections.Unauthorized("expected a known bearer token, got another one");
    }

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
