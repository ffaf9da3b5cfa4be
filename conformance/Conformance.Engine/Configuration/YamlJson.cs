using System.Text.RegularExpressions;
using Conformance.Generators;
using Conformance.Reports.Text;
using Conformance.Schemas;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Engine.Configuration;

/// <summary>
/// Reads a value of any shape by YAML's core schema, of which JSON is a part: what is quoted is text, what stands plain
/// may be a number, true, false or null. Where a member is a string, its value is text however it stands.
/// </summary>
/// <param name="file">The file, for messages.</param>
/// <param name="memberAt">The member of the API with this path, or null.</param>
internal sealed partial class YamlJson(string file, Func<string, Member?> memberAt)
{
    private const string TextTag = "tag:yaml.org,2002:str";
    private const string NonSpecificTag = "!";

    /// <summary>What is known of a value before it is read.</summary>
    /// <param name="Member">The member that it belongs to; null where none does.</param>
    /// <param name="HoldsPaths">Whether its keys may be paths of members, as in a change to a request.</param>
    private sealed record Expected(Member? Member, bool HoldsPaths);

    /// <summary>The value of this member.</summary>
    /// <exception cref="ConfigurationException">It can't be said in JSON.</exception>
    public JsonValue ValueOf(Member member, YamlNode node) => Read(node, new(member, HoldsPaths: false));

    /// <summary>A value that is no member's, but may hold values of members under their paths.</summary>
    /// <exception cref="ConfigurationException">It can't be said in JSON.</exception>
    public JsonValue Value(YamlNode node) => Read(node, new(null, HoldsPaths: true));

    // How deep it can go, and that it ends, is seen to before the text is loaded.
    private JsonValue Read(YamlNode node, Expected expected)
    {
        return node switch
        {
            YamlScalarNode scalar => Scalar(scalar, expected),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(item => Read(item, ItemOf(expected)))]),
            YamlMappingNode map => new JsonObject([
                .. map.Children.Select(child =>
                {
                    var name = NameIn(child.Key);
                    return new JsonProperty(name, Read(child.Value, ChildOf(expected, name)));
                }),
            ]),
            _ => throw Refused(node, "expected a value, got an alias of what it stands in; write the value out"),
        };
    }

    private static Expected ItemOf(Expected expected) =>
        expected with
        {
            Member = expected.Member?.Members.FirstOrDefault(),
        };

    private Expected ChildOf(Expected expected, string name)
    {
        if (!expected.HoldsPaths)
            return new(expected.Member?.Members.FirstOrDefault(m => m.Name == name), HoldsPaths: false);
        return memberAt(name) is { } member ? new(member, HoldsPaths: false) : expected;
    }

    private string NameIn(YamlNode key) =>
        key is YamlScalarNode { Value: { } name }
            ? name
            : throw Refused(key, "expected a name, got a list or a mapping");

    private JsonValue Scalar(YamlScalarNode scalar, Expected expected)
    {
        var text = scalar.Value ?? "";
        if (expected.Member?.Kind == JsonKind.String || IsText(scalar))
            return new JsonText(text);
        if (text is "" or "~" or "null" or "Null" or "NULL")
            return JsonValue.Null;
        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
            return new JsonRaw(text.ToLowerInvariant());
        if (JsonNumber().IsMatch(text))
            return new JsonRaw(text);
        return YamlNumber().IsMatch(text)
            ? throw Refused(
                scalar,
                $"'{Shortened.OnALine(text)}' is a number that JSON can't write; quote it as a text, or write it plainly"
            )
            : new JsonText(text);
    }

    private bool IsText(YamlScalarNode scalar)
    {
        if (scalar.Tag.IsEmpty)
            return scalar.Style != ScalarStyle.Plain;
        return scalar.Tag.Value is TextTag or NonSpecificTag
            ? true
            : throw Refused(scalar, $"the tag {Shortened.OnALine(scalar.Tag.Value)} is not understood; leave it out");
    }

    private ConfigurationException Refused(YamlNode node, string says) => YamlMap.Refused(file, node, says);

    [GeneratedRegex(@"\A-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z")]
    private static partial Regex JsonNumber();

    [GeneratedRegex(
        @"\A(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
            + @"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z"
    )]
    private static partial Regex YamlNumber();
}
