using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Reference;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;

namespace Conformance.SelfTest;

/// <summary>What the embedded reference target offers: the same file that documents it.</summary>
public static class ReferenceConfiguration
{
    /// <summary>Where the file stands in a checkout.</summary>
    public const string File = "conformance/docs/examples/reference.yaml";

    /// <summary>Where the file says that the key of the reference's webhooks is read.</summary>
    public const string CallbackKeyId = "REFERENCE_CALLBACK_KEY_ID";

    /// <summary>The secret to that key.</summary>
    public const string CallbackSecret = "REFERENCE_CALLBACK_SECRET";

    private const string Resource = "reference.yaml";
    private const string KeyId = "REFERENCE_ACCESS_KEY_ID";
    private const string Secret = "REFERENCE_SECRET_ACCESS_KEY";
    private const string BearerToken = "REFERENCE_BEARER_TOKEN";
    private const string Token = "embedded-reference-token";

    private static readonly AwsCredentials Key = new("AKIDEMBEDDED", "embedded-reference-secret");

    /// <summary>The file's text.</summary>
    public static string Text()
    {
        using var stream = typeof(ReferenceConfiguration).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The configuration of a run in which the reference target stands for all APIs.</summary>
    public static RunConfiguration Read(IReadOnlyCollection<PlannedApi> catalog) =>
        ConfigurationFile.Parse(Text(), File, catalog);

    /// <summary>
    /// What was given, and where it is silent, what the reference target offers. An API with a URL of its own is another
    /// target's: there the reference offers nothing.
    /// </summary>
    public static RunConfiguration Under(RunConfiguration given, IReadOnlyCollection<PlannedApi> catalog)
    {
        var reference = Read(catalog);
        var elsewhere = given.Apis.Where(api => api.Value.Url is not null).Select(api => api.Key);
        return given.Over(reference with { Apis = reference.Apis.RemoveRange(elsewhere) });
    }

    /// <summary>
    /// The same where the reference target asks for credentials, as <see cref="EmbeddedOptions"/> make it. What was given
    /// as credentials is for another target.
    /// </summary>
    public static RunConfiguration UnderWithCredentials(RunConfiguration given, IReadOnlyCollection<PlannedApi> catalog)
    {
        var configuration = Under(given, catalog);
        return configuration with
        {
            Apis = configuration.Apis.ToImmutableDictionary(
                api => api.Key,
                api => api.Value.Url is null ? api.Value with { Auth = AuthOf(api.Key, catalog) } : api.Value
            ),
        };
    }

    /// <summary>The reference target with credentials asked for, so that it is tested that it asks.</summary>
    public static ReferenceOptions EmbeddedOptions() =>
        new()
        {
            Credentials = Key,
            PennsieveOptions = new() { BearerToken = Token },
        };

    private static AuthConfiguration AuthOf(string api, IReadOnlyCollection<PlannedApi> catalog) =>
        catalog.First(planned => planned.Api.Name == api).Api.SigningName is null
            ? new HeaderConfiguration("Authorization", "Bearer ", new SecretSource(BearerToken, null))
            : new SigV4Configuration(
                new ReferenceOptions().Region,
                null,
                new SecretSource(KeyId, null),
                new SecretSource(Secret, null),
                null
            );

    /// <summary>The environment of such a run: the reference target's own keys are no secret.</summary>
    public static Func<string, string?> Variables(Func<string, string?> environment)
    {
        var callbacks = new PennsieveOptions().CallbackCredentials;
        return name =>
            environment(name)
            ?? name switch
            {
                CallbackKeyId => callbacks.AccessKeyId,
                CallbackSecret => callbacks.SecretAccessKey,
                KeyId => Key.AccessKeyId,
                Secret => Key.SecretAccessKey,
                BearerToken => Token,
                _ => null,
            };
    }
}
