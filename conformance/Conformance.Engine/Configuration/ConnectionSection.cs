using System.Net;
using Conformance.Reports.Text;
using YamlDotNet.RepresentationModel;

namespace Conformance.Engine.Configuration;

/// <summary>How the target is spoken to.</summary>
public sealed record ConnectionConfiguration
{
    /// <summary>Version of HTTP, 1.1 or 2; the latter over https alone, and only where the target offers it.</summary>
    public Version HttpVersion { get; init; } = System.Net.HttpVersion.Version11;

    /// <summary>Whether any TLS certificate is accepted: for targets on one's own machine only.</summary>
    public bool TrustsAnyCertificate { get; init; }

    /// <summary>The proxy through which targets are reached.</summary>
    public ProxySetting Proxy { get; init; } = new ProxySetting.OfEnvironment();

    /// <summary>Holds it against a target.</summary>
    /// <exception cref="ConfigurationException">This target can't be spoken to like that.</exception>
    public void ThrowIfNotFor(Uri target)
    {
        if (HttpVersion == System.Net.HttpVersion.Version20 && target.Scheme != Uri.UriSchemeHttps)
            throw new ConfigurationException(
                $"connection.httpVersion 2 needs an https URL, got {target}; leave it away to speak HTTP/1.1"
            );
    }
}

/// <summary>Reads the section <c>connection</c>.</summary>
internal static class ConnectionSection
{
    public const string Key = "connection";

    /// <exception cref="ConfigurationException">It holds what is not understood.</exception>
    public static ConnectionConfiguration Read(string file, YamlNode? node)
    {
        if (node is null)
            return new ConnectionConfiguration();
        var map = YamlMap.From(file, node, "httpVersion", "trustAnyCertificate", ProxySection.Key);
        return new ConnectionConfiguration
        {
            HttpVersion = map.Optional("httpVersion") switch
            {
                null or "1.1" => HttpVersion.Version11,
                "2" or "2.0" => HttpVersion.Version20,
                var other => throw map.Refused(
                    map.Node("httpVersion")!,
                    $"expected 1.1 or 2 for httpVersion, got '{Shortened.OnALine(other)}'"
                ),
            },
            TrustsAnyCertificate = map.Optional("trustAnyCertificate") switch
            {
                null or "false" => false,
                "true" => true,
                var other => throw map.Refused(
                    map.Node("trustAnyCertificate")!,
                    $"expected true or false for trustAnyCertificate, got '{Shortened.OnALine(other)}'"
                ),
            },
            Proxy = ProxySection.Read(file, map),
        };
    }
}
