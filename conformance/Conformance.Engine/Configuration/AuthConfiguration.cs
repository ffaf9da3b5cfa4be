namespace Conformance.Engine.Configuration;

/// <summary>How requests are authenticated. Secrets come from the environment or a file, never from here.</summary>
public abstract record AuthConfiguration;

/// <summary>AWS Signature Version 4.</summary>
/// <param name="Region">AWS region.</param>
/// <param name="Service">Service name; null for the one in the API's schema.</param>
/// <param name="AccessKeyId">Where the access key's id comes from.</param>
/// <param name="SecretAccessKey">Where the secret key comes from.</param>
/// <param name="SessionToken">Where the session token comes from; null for none.</param>
internal sealed record SigV4Configuration(
    string Region,
    string? Service,
    SecretSource AccessKeyId,
    SecretSource SecretAccessKey,
    SecretSource? SessionToken
) : AuthConfiguration;

/// <summary>A fixed header, such as a bearer token.</summary>
/// <param name="Name">Header name.</param>
/// <param name="Prefix">What stands before the secret: <c>Bearer </c>.</param>
/// <param name="Value">Where the secret comes from.</param>
internal sealed record HeaderConfiguration(string Name, string Prefix, SecretSource Value) : AuthConfiguration;
