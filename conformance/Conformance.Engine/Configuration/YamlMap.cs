using System.Globalization;
using Conformance.Reports.Text;
using YamlDotNet.RepresentationModel;

namespace Conformance.Engine.Configuration;

/// <summary>A mapping of the configuration file that reads strictly: what it does not know, it refuses by line.</summary>
internal sealed class YamlMap
{
    private readonly string _file;
    private readonly YamlMappingNode _node;

    private YamlMap(string file, YamlMappingNode node, ReadOnlySpan<string> known)
    {
        _file = file;
        _node = node;
        foreach (var key in node.Children.Keys)
            if (!known.Contains(Text(key)))
                throw Refused(
                    key,
                    $"unknown key '{Shortened.OnALine(Text(key))}'; expected one of {string.Join(", ", known.ToArray())}"
                );
    }

    /// <summary>The mapping at the top of a file, or in it.</summary>
    public static YamlMap From(string file, YamlNode node, params ReadOnlySpan<string> known) =>
        node is YamlMappingNode map
            ? new YamlMap(file, map, known)
            : throw Refused(file, node, $"expected a mapping with {string.Join(", ", known.ToArray())}");

    /// <summary>The entries, whatever their keys.</summary>
    public static IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> Entries(string file, YamlNode node) =>
        node is YamlMappingNode map
            ? map.Children.Select(c => (Text(c.Key), c.Key, c.Value))
            : throw Refused(file, node, "expected a mapping");

    /// <summary>The value of this key in a mapping whose other keys do not matter yet; null where there is none.</summary>
    public static YamlNode? Find(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>The items of a list of texts.</summary>
    public static ImmutableArray<(string Text, YamlNode Node)> Texts(string file, YamlNode? node) =>
        node switch
        {
            null => [],
            YamlSequenceNode list => [.. list.Children.Select(item => (Text(item), item))],
            _ => throw Refused(file, node, "expected a list"),
        };

    public YamlNode? Node(string key) => Find(_node, key);

    public string? Optional(string key) =>
        Node(key) switch
        {
            null => null,
            YamlScalarNode { Value.Length: > 0 } scalar => scalar.Value,
            var other => throw Refused(other, $"expected a text for {key}"),
        };

    public string Needed(string key) => Optional(key) ?? throw Refused(_node, $"{key} is missing here; add it");

    public int? PositiveInteger(string key)
    {
        if (Optional(key) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Refused(Node(key)!, $"expected a whole number above 0 for {key}, got '{Shortened.OnALine(text)}'");
    }

    public double? Seconds(string key)
    {
        if (Optional(key) is not { } text)
            return null;
        return LimitsConfiguration.SecondsIn(text)
            ?? throw Refused(
                Node(key)!,
                $"expected {LimitsConfiguration.SomeSeconds} for {key}, got '{Shortened.OnALine(text)}'"
            );
    }

    public Uri? Url(string key)
    {
        if (Optional(key) is not { } text)
            return null;
        return TargetUrl.TryParse(text, out var url, out var problem) ? url : throw Refused(Node(key)!, problem);
    }

    public ConfigurationException Refused(YamlNode node, string says) => Refused(_file, node, says);

    public static ConfigurationException Refused(string file, YamlNode node, string says) =>
        new($"{file}:{node.Start.Line}:{node.Start.Column}: {says}");

    private static string Text(YamlNode node) => node is YamlScalarNode scalar ? scalar.Value ?? "" : node.ToString();
}
