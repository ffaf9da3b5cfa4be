namespace Conformance.Suite.Configuration;

/// <summary>What a target has to tell, from file, environment and arguments.</summary>
public sealed record RunConfiguration
{
    /// <summary>No settings for any API.</summary>
    public static readonly ImmutableDictionary<string, ApiConfiguration> NoApis = ImmutableDictionary<
        string,
        ApiConfiguration
    >.Empty;

    /// <summary>Base URL of all APIs that have none of their own; null for the embedded target.</summary>
    public Uri? Target { get; init; }

    /// <summary>Settings by API.</summary>
    public ImmutableDictionary<string, ApiConfiguration> Apis { get; init; } = NoApis;

    public LimitsConfiguration Limits { get; init; } = new();

    public ConnectionConfiguration Connection { get; init; } = new();

    /// <summary>File of promoted cases, relative to the configuration's; null for the one of the usual name beside it.</summary>
    public string? Corpus { get; init; }

    /// <summary>The settings of this API; empty ones where the configuration names none.</summary>
    public ApiConfiguration For(string api) => Apis.GetValueOrDefault(api) ?? new ApiConfiguration();

    /// <summary>Whether each of these APIs has a URL of its own, so that no other target is needed.</summary>
    public bool NamesEveryUrl(IEnumerable<string> apis) => apis.All(api => For(api).Url is not null);

    /// <summary>What this says, and where it is silent, what the other says of APIs, name by name.</summary>
    public RunConfiguration Over(RunConfiguration other) =>
        this with
        {
            Apis = other
                .Apis.Select(api => KeyValuePair.Create(api.Key, For(api.Key).Over(api.Value)))
                .Aggregate(Apis, (all, api) => all.SetItem(api.Key, api.Value)),
        };

    /// <summary>The same without the URLs of APIs: one target for all.</summary>
    public RunConfiguration WithoutUrls() =>
        this with
        {
            Apis = Apis.ToImmutableDictionary(a => a.Key, a => a.Value with { Url = null }),
        };
}

/// <summary>What a target has to tell about one API.</summary>
public sealed record ApiConfiguration
{
    /// <summary>Everything as the schema has it by default.</summary>
    public static readonly ImmutableDictionary<string, string> NoConventions = ImmutableDictionary<
        string,
        string
    >.Empty;

    /// <summary>Base URL of this API, where it differs.</summary>
    public Uri? Url { get; init; }

    public AuthConfiguration? Auth { get; init; }

    /// <summary>What the target does its own way where no document says anything, by the convention's name.</summary>
    public ImmutableDictionary<string, string> Conventions { get; init; } = NoConventions;

    public Fixtures Fixtures { get; init; } = Fixtures.None;

    public Gaps Gaps { get; init; } = Gaps.None;

    /// <summary>How webhooks come back; null where the configuration says nothing of them.</summary>
    public WebhookConfiguration? Webhook { get; init; }

    /// <summary>What this says, and where it is silent, what the other says, name by name.</summary>
    public ApiConfiguration Over(ApiConfiguration other) =>
        this with
        {
            Url = Url ?? other.Url,
            Auth = Auth ?? other.Auth,
            Conventions = other.Conventions.SetItems(Conventions),
            Fixtures = Fixtures.Over(other.Fixtures),
            Gaps = new Gaps([.. other.Gaps.Names, .. Gaps.Names]),
            Webhook = Webhook ?? other.Webhook,
        };
}

/// <summary>How requests are authenticated. Secrets come from the environment or a file, never from here.</summary>
public abstract record AuthConfiguration;

/// <summary>AWS Signature Version 4.</summary>
/// <param name="Region">AWS region.</param>
/// <param name="Service">Service name; null for the one in the API's schema.</param>
/// <param name="AccessKeyId">Where the access key's id comes from.</param>
/// <param name="SecretAccessKey">Where the secret key comes from.</param>
/// <param name="SessionToken">Where the session token comes from; null for none.</param>
public sealed record SigV4Configuration(
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
public sealed record HeaderConfiguration(string Name, string Prefix, SecretSource Value) : AuthConfiguration;

/// <summary>Where a secret is read: an environment variable, or a file. Exactly one is given.</summary>
public sealed record SecretSource(string? EnvironmentVariable, string? File)
{
    /// <summary>Reads the secret.</summary>
    /// <exception cref="ConfigurationException">It is not there.</exception>
    public string Read(Func<string, string?> environment)
    {
        if (EnvironmentVariable is { } variable)
            return environment(variable) is { Length: > 0 } value
                ? value
                : throw new ConfigurationException($"the environment variable {variable} is not set; export it");
        try
        {
            return System.IO.File.ReadAllText(File!).Trim() is { Length: > 0 } text
                ? text
                : throw new ConfigurationException($"the secret's file {File} is empty; write the secret into it");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"the secret's file {File} can't be read: {e.Message}", e);
        }
    }
}

/// <summary>Bounds on what the run does to the target.</summary>
public sealed record LimitsConfiguration
{
    /// <summary>Requests per second, over all requirements; null for no bound.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>Requirements proved at once; null for twice the number of processors.</summary>
    public int? Parallel { get; init; }

    /// <summary>Most seconds from the first byte sent to the last byte received. Default 10.</summary>
    public double RequestTimeoutSeconds { get; init; } = 10;
}

/// <summary>The configuration can't be used; the message says where and what to do.</summary>
public sealed class ConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
