using Conformance.Engine.Configuration;
using Conformance.Engine.Http;
using Conformance.Engine.Webhooks;
using Conformance.Schemas;

namespace Conformance.Engine.Running;

/// <summary>Makes of an API's credentials who signs its requests, and the key of its webhooks.</summary>
internal static class Signers
{
    /// <summary>Every secret that the API's configuration names, and what for.</summary>
    public static IEnumerable<(SecretSource Source, SecretUse Use)> Sources(ApiConfiguration configuration)
    {
        switch (configuration.Auth)
        {
            case SigV4Configuration sigV4:
                yield return (sigV4.AccessKeyId, SecretUse.AccessKeyId);
                yield return (sigV4.SecretAccessKey, SecretUse.InHeader);
                if (sigV4.SessionToken is { } token)
                    yield return (token, SecretUse.InHeader);
                break;
            case HeaderConfiguration header:
                yield return (header.Value, SecretUse.InHeader);
                break;
        }
        if (configuration.Webhook?.Signature is { } signature)
        {
            yield return (signature.AccessKeyId, SecretUse.AccessKeyId);
            yield return (signature.SecretAccessKey, SecretUse.InHeader);
        }
    }

    /// <summary>Who signs the requests to this API; null for nobody.</summary>
    /// <exception cref="ConfigurationException">Credentials can't be read, or can't be sent.</exception>
    public static ISigner? Of(Api api, ApiConfiguration configuration, SecretReader secrets)
    {
        if (configuration.Auth is { } auth)
            ThrowIf(AuthText.Problem(auth), $"apis.{api.Name}.auth");
        return configuration.Auth switch
        {
            SigV4Configuration sigV4 => new SigV4Signer(
                secrets.Read(sigV4.AccessKeyId, SecretUse.AccessKeyId),
                secrets.Read(sigV4.SecretAccessKey, SecretUse.InHeader),
                sigV4.Region,
                sigV4.Service
                    ?? api.SigningName
                    ?? throw new ConfigurationException(
                        $"auth of {api.Name} needs service: the API has no default one"
                    ),
                sigV4.SessionToken is { } token ? secrets.Read(token, SecretUse.InHeader) : null
            ),
            HeaderConfiguration header => new HeaderSigner(
                header.Name,
                header.Prefix + secrets.Read(header.Value, SecretUse.InHeader)
            ),
            _ => null,
        };
    }

    /// <summary>The key that the API's webhooks are signed with; null where the configuration names none.</summary>
    /// <exception cref="ConfigurationException">It can't be read, or nothing could be signed with it.</exception>
    public static WebhookKey? KeyOfWebhooks(Api api, ApiConfiguration configuration, SecretReader secrets)
    {
        if (configuration.Webhook?.Signature is not { } signature)
            return null;
        ThrowIf(AuthText.Problem(signature), $"apis.{api.Name}.webhook.signature");
        return new WebhookKey(
            signature.Region,
            signature.Service,
            secrets.Read(signature.AccessKeyId, SecretUse.AccessKeyId),
            secrets.Read(signature.SecretAccessKey, SecretUse.InHeader)
        );
    }

    // The configuration file was looked at already; one that is made in code was not.
    private static void ThrowIf((string Key, string Says)? problem, string section)
    {
        if (problem is var (key, says))
            throw new ConfigurationException($"{section}.{key} {says}; correct it");
    }
}
