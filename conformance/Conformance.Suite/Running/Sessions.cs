using Conformance.Generators;
using Conformance.Schemas;
using Conformance.Suite.Configuration;
using Conformance.Suite.Http;
using Conformance.Suite.Planning;
using Conformance.Suite.Webhooks;

namespace Conformance.Suite.Running;

/// <summary>Puts together what the requirements of one API share.</summary>
public static class Sessions
{
    /// <summary>The way to the target of this API, with its credentials and limits.</summary>
    /// <exception cref="ConfigurationException">Credentials can't be read, or the target can't be spoken to as configured.</exception>
    public static Courier Courier(Api api, RunOptions options)
    {
        var (limits, connection) = (options.Configuration.Limits, options.Configuration.Connection);
        var target = TargetOf(api, options);
        connection.ThrowIfNotFor(target);
        var courierOptions = new CourierOptions
        {
            RequestTimeout = TimeSpan.FromSeconds(limits.RequestTimeoutSeconds),
            RequestsPerSecond = limits.RequestsPerSecond,
            HttpVersion = connection.HttpVersion,
            TrustsAnyCertificate = connection.TrustsAnyCertificate,
        };
        var signer = Signer(api, options);
        return new Courier(target, courierOptions, signer, options.Time, options.Handler);
    }

    /// <summary>A session that knows nothing of the target yet.</summary>
    public static Session Open(PlannedApi planned, RunOptions options, Courier courier, RequestLog log)
    {
        var api = planned.Api;
        var configuration = options.Configuration.For(api.Name);
        return new Session(
            api,
            courier,
            options.Profile,
            configuration.Fixtures,
            options.Values,
            new Draw(unchecked((ulong)options.Seed), options.RunId, options.Profile.RandomValues).For(api.Name),
            log,
            new InvariantWatch(planned.Module.Invariants),
            new Ledger()
        )
        {
            Target = TargetOf(api, options),
            Time = options.Time,
            Patience = new Patience(TimeSpan.FromSeconds(options.Configuration.Limits.RequestTimeoutSeconds)),
            Answers = new AnswerWatch(planned.Requirements),
            Gaps = configuration.Gaps,
            Webhooks = Desk(api, options),
            HasCredentials = configuration.Auth is not null,
        };
    }

    /// <summary>
    /// The values of all secrets that requests to this API and its webhooks carry. The id of an access key is one of
    /// them: it is public by itself, but names an account, and scanners take what holds one for a leak.
    /// </summary>
    /// <exception cref="ConfigurationException">One can't be read.</exception>
    public static IEnumerable<string> Secrets(Api api, RunOptions options)
    {
        var configuration = options.Configuration.For(api.Name);
        SecretSource?[] ofRequests = configuration.Auth switch
        {
            SigV4Configuration sigV4 => [sigV4.AccessKeyId, sigV4.SecretAccessKey, sigV4.SessionToken],
            HeaderConfiguration header => [header.Value],
            _ => [],
        };
        return ofRequests
            .Append(configuration.Webhook?.Signature?.AccessKeyId)
            .Append(configuration.Webhook?.Signature?.SecretAccessKey)
            .OfType<SecretSource>()
            .Select(s => s.Read(options.EnvironmentVariable));
    }

    private static WebhookDesk Desk(Api api, RunOptions options)
    {
        var webhook = options.Configuration.For(api.Name).Webhook;
        var read = options.EnvironmentVariable;
        return new WebhookDesk(webhook, options.RunId, TargetOf(api, options), options.Time)
        {
            IsSurelyReached = options.IsEmbedded,
            Key = webhook?.Signature is { } signature
                ? new WebhookKey(
                    signature.Region,
                    signature.Service,
                    signature.AccessKeyId.Read(read),
                    signature.SecretAccessKey.Read(read)
                )
                : null,
        };
    }

    private static Uri TargetOf(Api api, RunOptions options) =>
        options.Configuration.For(api.Name).Url ?? options.Target;

    private static ISigner? Signer(Api api, RunOptions options)
    {
        var read = options.EnvironmentVariable;
        return options.Configuration.For(api.Name).Auth switch
        {
            SigV4Configuration sigV4 => new SigV4Signer(
                sigV4.AccessKeyId.Read(read),
                sigV4.SecretAccessKey.Read(read),
                sigV4.Region,
                sigV4.Service
                    ?? api.SigningName
                    ?? throw new ConfigurationException(
                        $"auth of {api.Name} needs service: the API has no default one"
                    ),
                sigV4.SessionToken?.Read(read)
            ),
            HeaderConfiguration header => new HeaderSigner(header.Name, header.Prefix + header.Value.Read(read)),
            _ => null,
        };
    }
}
