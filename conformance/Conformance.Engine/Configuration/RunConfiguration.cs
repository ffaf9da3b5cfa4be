namespace Conformance.Engine.Configuration;

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
    /// <summary>Folders of further APIs; relative paths begin at the file.</summary>
    public ImmutableArray<string> Schemas { get; init; } = [];

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

    public UnsupportedOperations Unsupported { get; init; } = UnsupportedOperations.None;

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
            Unsupported = new UnsupportedOperations([.. other.Unsupported.Names, .. Unsupported.Names]),
            Webhook = Webhook ?? other.Webhook,
        };
}

/// <summary>The configuration can't be used; the message says where and what to do.</summary>
public sealed class ConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
