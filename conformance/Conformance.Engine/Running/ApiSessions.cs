using Conformance.Engine.Behaviours;
using Conformance.Engine.Configuration;
using Conformance.Engine.Http;
using Conformance.Engine.Planning;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Running;

/// <summary>Puts together what the requirements of one API share.</summary>
internal static class ApiSessions
{
    /// <summary>The way to the target of this API, with its credentials and limits.</summary>
    /// <param name="api">The API.</param>
    /// <param name="options">What the run does.</param>
    /// <param name="secrets">Reads secrets; null for one that only this call needs.</param>
    /// <exception cref="ConfigurationException">Credentials can't be read, or the target can't be spoken to as configured.</exception>
    public static TargetClient TargetClient(Api api, RunOptions options, SecretReader? secrets = null)
    {
        secrets ??= new SecretReader(options.EnvironmentVariable, options.Secrets);
        var (limits, connection) = (options.Configuration.Limits, options.Configuration.Connection);
        var target = TargetOf(api, options);
        connection.ThrowIfNotFor(target);
        var courierOptions = new TargetClientOptions
        {
            RequestTimeout = TimeSpan.FromSeconds(limits.RequestTimeoutSeconds),
            RequestsPerSecond = limits.RequestsPerSecond,
            HttpVersion = connection.HttpVersion,
            TrustsAnyCertificate = connection.TrustsAnyCertificate,
            Proxy = RouteTo(target, options, secrets).Proxy,
        };
        var signer = Signers.Of(api, options.Configuration.For(api.Name), secrets);
        return new TargetClient(target, courierOptions, signer, options.Time, options.Handler);
    }

    /// <summary>A session that knows nothing of the target yet.</summary>
    /// <param name="planned">The API with its requirements.</param>
    /// <param name="options">What the run does.</param>
    /// <param name="client">The way to the target.</param>
    /// <param name="log">Where requests are written down.</param>
    /// <param name="secrets">Reads secrets; null for one that only this call needs.</param>
    /// <exception cref="ConfigurationException">The key of webhooks can't be read.</exception>
    public static ApiSession Open(
        PlannedApi planned,
        RunOptions options,
        TargetClient client,
        RequestLog log,
        SecretReader? secrets = null
    )
    {
        secrets ??= new SecretReader(options.EnvironmentVariable, options.Secrets);
        var api = planned.Api;
        var configuration = options.Configuration.For(api.Name);
        return new ApiSession(
            api,
            client,
            options.Profile,
            configuration.Fixtures,
            options.Values,
            DrawOf(options).For(api.Name),
            log,
            new InvariantWatch(Robustness.Of(api.Protocol)),
            new Ledger()
        )
        {
            Target = TargetOf(api, options),
            Time = options.Time,
            Patience = new Patience(TimeSpan.FromSeconds(options.Configuration.Limits.RequestTimeoutSeconds)),
            Responses = new ResponseWatch(planned.Requirements),
            Unsupported = configuration.Unsupported,
            Webhooks = Desk(api, options, secrets),
            Route = RouteTo(TargetOf(api, options), options, secrets),
            HasCredentials = configuration.Auth is not null,
        };
    }

    private static WebhookSession Desk(Api api, RunOptions options, SecretReader secrets)
    {
        var configuration = options.Configuration.For(api.Name);
        return new WebhookSession(configuration.Webhook, options.RunId, TargetOf(api, options), options.Time)
        {
            IsSurelyReached = options.IsEmbedded,
            Key = Signers.KeyOfWebhooks(api, configuration, secrets),
        };
    }

    private static Uri TargetOf(Api api, RunOptions options) =>
        options.Configuration.For(api.Name).Url ?? options.Target;

    /// <summary>A handler makes its own way.</summary>
    private static Route RouteTo(Uri target, RunOptions options, SecretReader secrets) =>
        options.Handler is null
            ? Route.To(target, options.Configuration.Connection.Proxy, options.EnvironmentVariable, secrets)
            : Route.Straight;

    private static Draw DrawOf(RunOptions options) =>
        new(unchecked((ulong)options.Seed), options.RunId, options.Profile.RandomValues)
        {
            Thoroughness = options.Profile.Thoroughness,
        };
}
