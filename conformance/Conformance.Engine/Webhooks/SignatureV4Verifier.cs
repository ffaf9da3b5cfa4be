using System.Security.Cryptography;
using System.Text;

namespace Conformance.Engine.Webhooks;

/// <summary>The key that webhooks have to be signed with, and what it is good for.</summary>
public sealed record WebhookKey(string Region, string Service, string AccessKeyId, string SecretAccessKey);

/// <summary>What has to be known of the way that a delivery came.</summary>
/// <param name="Url">The callback's URL as the target knows it.</param>
/// <param name="IsBehindSomething">Whether a tunnel or proxy may have changed the head.</param>
/// <param name="TargetIsAhead">How far the target's clock is ahead of this machine's; null where nothing tells.</param>
internal sealed record DeliveryWay(Uri Url, bool IsBehindSomething, TimeSpan? TargetIsAhead);

/// <summary>Verifies Signature Version 4 in the header of a delivery.</summary>
internal static class SignatureV4Verifier
{
    /// <summary>The documentation speaks of spaces; most SDKs fold tabs as well.</summary>
    private static readonly char[][] Blanks =
    [
        [' '],
        [' ', '\t'],
    ];

    /// <summary>Whether a signature is there and well formed; for when no key is known.</summary>
    public static SignatureCheck IsThere(Delivery delivery) =>
        SignatureHeader.TryRead(delivery, out _, out var look) ? SignatureCheck.Good : look;

    /// <summary>Whether the signature proves that the holder of the key sent the delivery.</summary>
    public static SignatureCheck IsValid(Delivery delivery, DeliveryWay way, WebhookKey key)
    {
        if (!SignatureHeader.TryRead(delivery, out var header, out var look))
            return look;
        if (delivery.IsTruncated || delivery.Broken is not null)
            return SignatureCheck.Unclear("its body did not arrive whole");
        if (SigningTime.Of(delivery) is not { } time)
            return SignatureCheck.Wrong(
                "expected one header X-Amz-Date such as 20150830T123600Z, got none or another form"
            );
        if ((Misuse(header, time, key) ?? BodyProblem(delivery)) is { } problem)
            return SignatureCheck.Wrong(problem);
        var isProved =
            from path in new[] { way.Url.AbsolutePath, delivery.Target.Split('?')[0] }
            from host in Hosts(delivery, way.Url)
            from blanks in Blanks
            let canonical = CanonicalRequest.Of(delivery, path, host, header.SignedHeaders, blanks)
            select Sign(canonical, time, header.Scope, key);
        return isProved.Contains(header.Signature, StringComparer.OrdinalIgnoreCase)
            ? time.Look(delivery.ArrivedAt, way.TargetIsAhead)
            : Unproved(header, way);
    }

    /// <summary>The signature of a canonical request, in lower-case hexadecimal.</summary>
    internal static string Sign(string canonical, SigningTime time, string scope, WebhookKey key)
    {
        var hash = CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonical));
        var signing = scope
            .Split('/')
            .Aggregate(
                Encoding.UTF8.GetBytes("AWS4" + key.SecretAccessKey),
                (derived, part) => HMACSHA256.HashData(derived, Encoding.UTF8.GetBytes(part))
            );
        var toSign = $"{SignatureHeader.Algorithm}\n{time.Text}\n{scope}\n{hash}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes(toSign)));
    }

    private static string? Misuse(SignatureHeader header, SigningTime time, WebhookKey key)
    {
        if (header.AccessKeyId != key.AccessKeyId)
            return $"expected the access key {key.AccessKeyId}, got {header.AccessKeyId}";
        if ((header.Region, header.Service) != (key.Region, key.Service))
            return $"expected region and service {key.Region}/{key.Service}, got {header.Region}/{header.Service}";
        if (header.Date != time.Day)
            return $"expected a credential of {time.Day}, the day of signing, got one of {header.Date}";
        return header.SignedHeaders.Any(CanonicalRequest.IsHost)
            ? null
            : $"expected the header host, or {CanonicalRequest.Authority} as of HTTP/2, to be signed, got only "
                + string.Join(", ", header.SignedHeaders);
    }

    /// <summary>Words with a hyphen stand for no hash: <c>UNSIGNED-PAYLOAD</c>.</summary>
    private static string? BodyProblem(Delivery delivery)
    {
        if (delivery.Header("X-Amz-Content-Sha256") is not { } said || said.Contains('-', StringComparison.Ordinal))
            return null;
        var actual = CanonicalRequest.Hash(delivery.Body.Span);
        return said.Equals(actual, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"expected X-Amz-Content-Sha256 to be {actual}, the body's hash, got {said}";
    }

    /// <summary>The host that the target called: a tunnel may put its own in its place.</summary>
    private static IEnumerable<string> Hosts(Delivery delivery, Uri url) =>
        [url.Authority, .. delivery.Values("Host"), .. delivery.Values("X-Forwarded-Host")];

    private static SignatureCheck Unproved(SignatureHeader header, DeliveryWay way)
    {
        var names = string.Join(", ", header.SignedHeaders);
        return way.IsBehindSomething && header.SignedHeaders.Any(MayChangeOnTheWay)
            ? SignatureCheck.Unclear(
                $"the signature is another one than the key gives, and a tunnel may have changed one of {names}"
            )
            : SignatureCheck.Wrong($"expected the signature that the key gives over {names}, got another one");
    }

    private static bool MayChangeOnTheWay(string header) =>
        !header.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)
        && !CanonicalRequest.IsHost(header)
        && !header.Equals("content-type", StringComparison.OrdinalIgnoreCase);
}
