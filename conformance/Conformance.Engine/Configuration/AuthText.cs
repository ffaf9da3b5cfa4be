using System.Text.RegularExpressions;

namespace Conformance.Engine.Configuration;

/// <summary>Whether what the configuration says of credentials, beside the secrets, can be sent.</summary>
internal static partial class AuthText
{
    /// <summary>The first key whose value can't, with what is wrong as the end of a sentence; null where all can.</summary>
    public static (string Key, string Says)? Problem(AuthConfiguration auth) =>
        auth switch
        {
            SigV4Configuration sigV4 => First(
                ("region", RegionProblem(sigV4.Region)),
                ("service", sigV4.Service is { } service ? CredentialText.TokenProblem(service) : null)
            ),
            HeaderConfiguration header => First(
                ("name", CredentialHeader.Problem(header.Name)),
                ("prefix", CredentialText.PrefixProblem(header.Prefix))
            ),
            _ => null,
        };

    /// <summary>The same of the key that webhooks are signed with.</summary>
    public static (string Key, string Says)? Problem(WebhookSignature signature) =>
        First(
            ("region", CredentialText.TokenProblem(signature.Region)),
            ("service", CredentialText.TokenProblem(signature.Service))
        );

    // The library that signs takes a region for a part of a host's name.
    private static string? RegionProblem(string region) =>
        CredentialText.TokenProblem(region)
        ?? (
            HostName().IsMatch(region) ? null : "is no name of a region, such as us-east-1: letters, digits and hyphens"
        );

    private static (string, string)? First(params ReadOnlySpan<(string Key, string? Says)> findings)
    {
        foreach (var (key, says) in findings)
            if (says is not null)
                return (key, says);
        return null;
    }

    [GeneratedRegex(
        @"\A[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\z"
    )]
    private static partial Regex HostName();
}
