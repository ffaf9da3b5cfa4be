using System.Net;
using Conformance.Reports.Text;
using Conformance.Schemas;
using YamlDotNet.RepresentationModel;

namespace Conformance.Engine.Configuration;

/// <summary>Reads the section <c>webhook</c> of an API.</summary>
internal static class WebhookSection
{
    public const string Key = "webhook";
    private const string DefaultService = "lambda";

    /// <summary>Reads it; null where there is none.</summary>
    /// <exception cref="ConfigurationException">The message begins with file, line and column.</exception>
    public static WebhookConfiguration? Read(string file, YamlNode? node, Api api)
    {
        if (node is null)
            return null;
        if (!api.SendsWebhooks)
            throw YamlMap.Refused(file, node, $"{api.Name} sends no webhooks; leave {Key} out");
        var map = YamlMap.From(file, node, "listen", "publicUrl", "deadlineSeconds", "signature");
        var defaults = new WebhookConfiguration();
        var webhook = defaults with
        {
            Listen = Listen(map) ?? defaults.Listen,
            PublicUrl = map.Url("publicUrl"),
            DeadlineSeconds = map.Seconds("deadlineSeconds"),
            Signature = map.Node("signature") is { } signature ? Signature(file, signature) : null,
        };
        var listensEverywhere =
            webhook.Listen.Address.Equals(IPAddress.Any) || webhook.Listen.Address.Equals(IPAddress.IPv6Any);
        return listensEverywhere && webhook.PublicUrl is null
            ? throw map.Refused(
                map.Node("listen")!,
                $"{webhook.Listen} stands for every address of this machine, and the target can't call that; add publicUrl: http://THIS-MACHINE:{webhook.Listen.Port}"
            )
            : webhook;
    }

    private static IPEndPoint? Listen(YamlMap map)
    {
        if (map.Optional("listen") is not { } text)
            return null;
        // IPEndPoint reads 8080 as the address 0.0.31.144, and takes any address without a port.
        var hasPort = text.StartsWith('[')
            ? text.Contains("]:", StringComparison.Ordinal)
            : text.Count(c => c == ':') == 1;
        return hasPort && IPEndPoint.TryParse(text, out var address)
            ? address
            : throw map.Refused(
                map.Node("listen")!,
                $"expected an IP address and a port for listen, such as 127.0.0.1:0 or [::1]:8081, got '{Shortened.OnALine(text)}'"
            );
    }

    private static WebhookSignature Signature(string file, YamlNode node)
    {
        var map = YamlMap.From(file, node, "region", "service", "accessKeyId", "secretAccessKey");
        foreach (var key in new[] { "accessKeyId", "secretAccessKey" })
            if (map.Node(key) is null)
                throw map.Refused(node, $"{key} is missing here; add {key}: {{ env: NAME }} or {{ file: PATH }}");
        var signature = new WebhookSignature(
            map.Needed("region"),
            map.Optional("service") ?? DefaultService,
            AuthSection.Secret(file, map, "accessKeyId", ""),
            AuthSection.Secret(file, map, "secretAccessKey", "")
        );
        AuthSection.ThrowIf(AuthText.Problem(signature), map);
        return signature;
    }
}
