using System.Globalization;
using Conformance.Reference.Http;
using Microsoft.AspNetCore.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>Who signs webhooks, and for what.</summary>
/// <param name="Credentials">The key pair.</param>
/// <param name="Region">Region in the scope.</param>
/// <param name="Service">Service in the scope.</param>
/// <param name="Time">Clock of the time of signing.</param>
public sealed record WebhookSigner(AwsCredentials Credentials, string Region, string Service, TimeProvider Time)
{
    /// <summary>The header lines of Signature Version 4 (D2:57).</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Sign(Webhook webhook, WebhookSigner signer) =>
        Sign(webhook, signer, ["content-type", "host", "x-amz-content-sha256", "x-amz-date"]);

    /// <summary>The same, with the host under its name in HTTP/2 (RFC 9113, 8.3.1).</summary>
    public static ImmutableArray<KeyValuePair<string, string>> SignAuthority(Webhook webhook, WebhookSigner signer) =>
        Sign(webhook, signer, [SignatureV4.Authority, "content-type", "x-amz-content-sha256", "x-amz-date"]);

    private static ImmutableArray<KeyValuePair<string, string>> Sign(
        Webhook webhook,
        WebhookSigner signer,
        string[] signedHeaders
    )
    {
        var time = signer.Time.GetUtcNow().UtcDateTime;
        var scope = new SignatureScope(
            time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            signer.Region,
            signer.Service
        );
        var hash = SignatureV4.Hash(webhook.Body.Span);
        var headers = new HeaderDictionary
        {
            ["Content-Type"] = webhook.ContentType,
            ["Host"] = webhook.Host,
            ["X-Amz-Content-Sha256"] = hash,
            ["X-Amz-Date"] = scope.Time,
        };
        var request = new Incoming(webhook.Method, webhook.Url.PathAndQuery, headers, webhook.Body);
        var signature = SignatureV4.Sign(request, signedHeaders, scope, signer.Credentials.SecretAccessKey);
        return
        [
            new("X-Amz-Content-Sha256", hash),
            new("X-Amz-Date", scope.Time),
            new(
                "Authorization",
                $"AWS4-HMAC-SHA256 Credential={signer.Credentials.AccessKeyId}/{scope}, "
                    + $"SignedHeaders={string.Join(';', signedHeaders)}, Signature={signature}"
            ),
        ];
    }
}
