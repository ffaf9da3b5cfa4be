using System.Net;

namespace Conformance.Engine.Configuration;

/// <summary>How the target reaches the kit with its webhooks, and how it signs them.</summary>
public sealed record WebhookConfiguration
{
    /// <summary>Address that the kit's receiver listens on; port 0 takes any free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Base URL under which the target reaches it, such as a tunnel's; null for the address that is listened on.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Most seconds from a run's acceptance to its webhook; null where the configuration does not say.</summary>
    public double? DeadlineSeconds { get; init; }

    /// <summary>How webhooks are signed; null where the configuration tells no key, so that signatures are only looked for.</summary>
    public WebhookSignature? Signature { get; init; }
}

/// <summary>AWS Signature Version 4 of the target's webhooks.</summary>
/// <param name="Region">AWS region.</param>
/// <param name="Service">Service name; D2:57 has a Lambda Function URL called, whose service is <c>lambda</c>.</param>
/// <param name="AccessKeyId">Where the access key's id comes from.</param>
/// <param name="SecretAccessKey">Where the secret key comes from.</param>
public sealed record WebhookSignature(
    string Region,
    string Service,
    SecretSource AccessKeyId,
    SecretSource SecretAccessKey
);
