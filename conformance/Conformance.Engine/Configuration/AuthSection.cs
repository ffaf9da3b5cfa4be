using YamlDotNet.RepresentationModel;

namespace Conformance.Engine.Configuration;

/// <summary>Reads how requests are authenticated, and where the secrets for it are read.</summary>
internal static class AuthSection
{
    public static AuthConfiguration Read(string file, YamlNode node)
    {
        var map = YamlMap.From(file, node, "sigv4", "header");
        return (map.Node("sigv4"), map.Node("header")) switch
        {
            ({ } sigV4, null) => SigV4(file, sigV4),
            (null, { } header) => Header(file, header),
            _ => throw map.Refused(node, "expected exactly one of sigv4 and header"),
        };
    }

    /// <summary>Where the secret under this key is read.</summary>
    /// <param name="file">The file, for messages.</param>
    /// <param name="parent">The mapping that may hold the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="defaultVariable">The environment variable that serves where the key is absent.</param>
    public static SecretSource Secret(string file, YamlMap parent, string key, string defaultVariable)
    {
        if (parent.Node(key) is not { } node)
            return new SecretSource(defaultVariable, null);
        if (node is not YamlMappingNode)
            throw parent.Refused(
                node,
                $"a secret never stands in the configuration; write {key}: {{ env: NAME }} or {{ file: PATH }}"
            );
        return Source(file, node);
    }

    /// <summary>The source that a mapping names.</summary>
    public static SecretSource Source(string file, YamlNode node)
    {
        var map = YamlMap.From(file, node, "env", "file");
        return (map.Optional("env"), map.Optional("file")) switch
        {
            ({ } variable, null) => new SecretSource(variable, null),
            (null, { } path) => new SecretSource(null, path),
            _ => throw map.Refused(node, "expected exactly one of env and file"),
        };
    }

    private static SigV4Configuration SigV4(string file, YamlNode node)
    {
        var map = YamlMap.From(file, node, "region", "service", "accessKeyId", "secretAccessKey", "sessionToken");
        var auth = new SigV4Configuration(
            map.Needed("region"),
            map.Optional("service"),
            Secret(file, map, "accessKeyId", "AWS_ACCESS_KEY_ID"),
            Secret(file, map, "secretAccessKey", "AWS_SECRET_ACCESS_KEY"),
            map.Node("sessionToken") is null ? null : Secret(file, map, "sessionToken", "AWS_SESSION_TOKEN")
        );
        ThrowIf(AuthText.Problem(auth), map);
        return auth;
    }

    private static HeaderConfiguration Header(string file, YamlNode node)
    {
        var map = YamlMap.From(file, node, "name", "prefix", "value");
        if (map.Node("value") is null)
            throw map.Refused(node, "value is missing here; add value: { env: NAME } or value: { file: PATH }");
        var auth = new HeaderConfiguration(
            map.Optional("name") ?? "Authorization",
            map.Optional("prefix") ?? "",
            Secret(file, map, "value", "")
        );
        ThrowIf(AuthText.Problem(auth), map);
        return auth;
    }

    /// <summary>Refuses a value where it stands.</summary>
    public static void ThrowIf((string Key, string Says)? problem, YamlMap map)
    {
        if (problem is var (key, says))
            throw map.Refused(map.Node(key)!, $"{key} {says}; correct it");
    }
}
