using Conformance.Reports;
using Conformance.Reports.Text;
using YamlDotNet.RepresentationModel;

namespace Conformance.Engine.Configuration;

/// <summary>Reads a configuration file (YAML, or JSON, which is YAML as well) and refuses what it does not understand.</summary>
public static class ConfigurationFile
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="catalog">The APIs that the kit knows: all names are held against them.</param>
    /// <exception cref="ConfigurationException">The message begins with file, line and column.</exception>
    public static RunConfiguration Read(string path, IReadOnlyCollection<KnownApi> catalog) =>
        Parse(TextOf(path), path, catalog);

    /// <summary>
    /// The folders of further APIs that the file names, which are needed before all else in it can be read. A relative path
    /// begins at the file.
    /// </summary>
    /// <exception cref="ConfigurationException">The message begins with file, line and column.</exception>
    public static ImmutableArray<string> SchemaFolders(string path)
    {
        var root = YamlText.Root(TextOf(path), path);
        var folders = root is null ? [] : YamlMap.Texts(path, YamlMap.Find(root, "schemas"));
        return [.. folders.Select(folder => Path.Combine(Path.GetDirectoryName(path) ?? "", folder.Text))];
    }

    private static string TextOf(string path)
    {
        try
        {
            return GivenFile.Text(path, MostBytes);
        }
        catch (GivenFileException e)
        {
            throw new ConfigurationException(e.Message, e);
        }
    }

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="ConfigurationException">The message begins with file, line and column.</exception>
    public static RunConfiguration Parse(string text, string file, IReadOnlyCollection<KnownApi> catalog)
    {
        if (YamlText.Root(text, file) is not { } root)
            return new RunConfiguration();
        var top = YamlMap.From(
            file,
            root,
            "$schema",
            "target",
            "schemas",
            "apis",
            "limits",
            ConnectionSection.Key,
            "corpus"
        );
        return new RunConfiguration
        {
            Target = top.Url("target"),
            Schemas = [.. YamlMap.Texts(file, top.Node("schemas")).Select(folder => folder.Text)],
            Corpus = top.Optional("corpus"),
            Apis = top.Node("apis") is { } node ? Apis(file, node, catalog) : RunConfiguration.NoApis,
            Limits = top.Node("limits") is { } limits ? Limits(file, limits) : new LimitsConfiguration(),
            Connection = ConnectionSection.Read(file, top.Node(ConnectionSection.Key)),
        };
    }

    private static ImmutableDictionary<string, ApiConfiguration> Apis(
        string file,
        YamlNode node,
        IReadOnlyCollection<KnownApi> catalog
    ) =>
        YamlMap
            .Entries(file, node)
            .ToImmutableDictionary(
                entry => entry.Key,
                entry =>
                    catalog.FirstOrDefault(c => c.Api.Name == entry.Key) is { } known
                        ? Of(file, entry.Value, known)
                        : throw YamlMap.Refused(
                            file,
                            entry.KeyNode,
                            $"unknown API '{Shortened.OnALine(entry.Key)}'; expected one of {string.Join(", ", catalog.Select(c => c.Api.Name))}"
                        )
            );

    private static ApiConfiguration Of(string file, YamlNode node, KnownApi known)
    {
        var api = known.Api;
        var map = YamlMap.From(
            file,
            node,
            "url",
            "auth",
            "conventions",
            "fixtures",
            UnsupportedOperations.Key,
            UnsupportedOperations.EarlierKey,
            WebhookSection.Key
        );
        return new ApiConfiguration
        {
            Url = map.Url("url"),
            Auth = map.Node("auth") is { } auth ? AuthSection.Read(file, auth) : null,
            Conventions = map.Node("conventions") is { } conventions
                ? ConventionsSection.Read(file, conventions, api)
                : ApiConfiguration.NoConventions,
            Fixtures = map.Node("fixtures") is { } fixtures ? FixturesSection.Read(file, fixtures, api) : Fixtures.None,
            Unsupported = Unsupported(file, map, known),
            Webhook = WebhookSection.Read(file, map.Node(WebhookSection.Key), api),
        };
    }

    private static UnsupportedOperations Unsupported(string file, YamlMap map, KnownApi known)
    {
        var (now, earlier) = (map.Node(UnsupportedOperations.Key), map.Node(UnsupportedOperations.EarlierKey));
        if (now is not null && earlier is not null)
            throw map.Refused(
                earlier,
                $"{UnsupportedOperations.EarlierKey} is the earlier name of {UnsupportedOperations.Key}, and both stand here; "
                    + $"move what it lists to {UnsupportedOperations.Key}"
            );
        var unsupported = YamlMap.Texts(file, now ?? earlier);
        foreach (var (text, at) in unsupported)
            if (UnsupportedOperations.Problem(text, known) is { } problem)
                throw YamlMap.Refused(file, at, problem);
        return new UnsupportedOperations([.. unsupported.Select(u => u.Text)]);
    }

    private static LimitsConfiguration Limits(string file, YamlNode node)
    {
        var map = YamlMap.From(file, node, "requestsPerSecond", "parallel", "resources", "requestTimeoutSeconds");
        return new LimitsConfiguration
        {
            RequestsPerSecond = map.PositiveInteger("requestsPerSecond"),
            Parallel = map.PositiveInteger("parallel"),
            Resources = map.PositiveInteger("resources"),
            RequestTimeoutSeconds =
                map.Seconds("requestTimeoutSeconds") ?? new LimitsConfiguration().RequestTimeoutSeconds,
        };
    }
}
