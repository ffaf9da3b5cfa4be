using Conformance.Engine.Http;
using Conformance.Reports.Text;
using YamlDotNet.RepresentationModel;

namespace Conformance.Engine.Configuration;

/// <summary>Through which proxy targets are reached.</summary>
public abstract record ProxySetting
{
    /// <summary>The environment's, but for targets on this machine: the default.</summary>
    public sealed record OfEnvironment : ProxySetting;

    /// <summary>None, whatever the environment says.</summary>
    public sealed record None : ProxySetting;

    /// <summary>This one for every target, on this machine as well.</summary>
    public sealed record Named(ProxyServer Proxy) : ProxySetting;

    /// <summary>The same, where its URL is a secret, since it holds credentials.</summary>
    public sealed record Secret(SecretSource Source) : ProxySetting;
}

/// <summary>Reads which proxy the configuration names.</summary>
internal static class ProxySection
{
    public const string Key = "proxy";
    private const string Environment = "environment";
    private const string None = "none";

    /// <exception cref="ConfigurationException">It names none, or one with credentials.</exception>
    public static ProxySetting Read(string file, YamlMap connection)
    {
        if (connection.Node(Key) is YamlMappingNode source)
            return new ProxySetting.Secret(AuthSection.Source(file, source));
        return connection.Optional(Key) switch
        {
            null or Environment => new ProxySetting.OfEnvironment(),
            None => new ProxySetting.None(),
            var url => new ProxySetting.Named(Proxy(connection, url)),
        };
    }

    private static ProxyServer Proxy(YamlMap connection, string url)
    {
        var at = connection.Node(Key)!;
        if (url.Contains('@', StringComparison.Ordinal))
            throw connection.Refused(
                at,
                $"the proxy's URL holds credentials, and a secret never stands in the configuration; write {Key}: {{ env: NAME }} or {{ file: PATH }}"
            );
        // A word alone is more likely a slip than a host.
        if (!url.Contains("://", StringComparison.Ordinal))
            throw connection.Refused(
                at,
                $"expected {Environment}, {None} or the URL of a proxy such as http://proxy.example:3128, got '{Shortened.OnALine(url)}'"
            );
        return ProxyServer.Parse(url, out var problem)
            ?? throw connection.Refused(at, $"expected {Environment}, {None} or the URL of a proxy; {problem}");
    }
}
