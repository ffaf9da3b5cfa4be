using Conformance.Reference.Pennsieve;
using Conformance.Suite.Configuration;
using Conformance.Suite.Planning;

namespace Conformance.Cli;

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

    /// <summary>The environment of such a run: the reference target's own key is no secret.</summary>
    public static Func<string, string?> Variables(Func<string, string?> environment)
    {
        var callbacks = new PennsieveOptions().CallbackCredentials;
        return name =>
            environment(name)
            ?? name switch
            {
                CallbackKeyId => callbacks.AccessKeyId,
                CallbackSecret => callbacks.SecretAccessKey,
                _ => null,
            };
    }
}
