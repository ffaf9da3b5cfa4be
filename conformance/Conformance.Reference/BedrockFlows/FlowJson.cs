using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conformance.Reference.BedrockFlows;

/// <summary>JSON that is changed on purpose, as deep as a body may nest.</summary>
internal static class FlowJson
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    private static readonly JsonSerializerOptions DeepToo = new() { MaxDepth = 1000 };

    /// <summary>An escape by number, before which no backslash stands that is not itself escaped.</summary>
    private static readonly Regex NumberedEscape = new(
        @"(?<=(?<!\\)(?:\\\\)*)\\u([0-9a-fA-F]{4})",
        RegexOptions.CultureInvariant
    );

    /// <summary>The JSON object with its members changed.</summary>
    public static string Rewritten(string json, Action<JsonObject> change)
    {
        var members = JsonNode.Parse(json, documentOptions: Deep)!.AsObject();
        change(members);
        return members.ToJsonString(DeepToo);
    }

    /// <summary>The same of a value that was read already.</summary>
    public static JsonElement Rewritten(JsonElement json, Action<JsonObject> change) =>
        JsonElement.Parse(Rewritten(json.GetRawText(), change), Deep);

    /// <summary>The same value as one that can be changed.</summary>
    public static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText(), documentOptions: Deep);

    /// <summary>Whether an object in it has two members of the same name.</summary>
    public static bool RepeatsMembers(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Select(m => m.Name).Distinct().Count()
                < value.GetPropertyCount()
                || value.EnumerateObject().Any(m => RepeatsMembers(m.Value)),
            JsonValueKind.Array => value.EnumerateArray().Any(RepeatsMembers),
            _ => false,
        };

    /// <summary>The same JSON with the characters beyond ASCII in place of their escapes.</summary>
    public static string Unescaped(string json) => Escapes(json, c => char.IsAscii(c) ? null : $"{c}");

    /// <summary>The same JSON text with other text in place of the escapes by number for which there is one.</summary>
    public static string Escapes(string json, Func<char, string?> instead) =>
        json.Contains("\\u", StringComparison.Ordinal)
            ? NumberedEscape.Replace(
                json,
                m => instead((char)ushort.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber)) ?? m.Value
            )
            : json;

    /// <summary>The only input in a body, or null.</summary>
    public static JsonElement? InputOf(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("inputs", out var inputs)
        && inputs.ValueKind == JsonValueKind.Array
        && inputs.GetArrayLength() == 1
        && inputs[0].ValueKind == JsonValueKind.Object
            ? inputs[0]
            : null;

    /// <summary>The same for a body that can be changed.</summary>
    public static JsonObject? InputOf(JsonObject body) =>
        body["inputs"] is JsonArray { Count: 1 } inputs ? inputs[0] as JsonObject : null;

    /// <summary>Whether a node is a value of this kind.</summary>
    public static bool Is(this JsonNode? node, JsonValueKind kind) => node?.GetValueKind() == kind;

    /// <summary>The text that a node is, or null.</summary>
    public static string? TextOf(JsonNode? node) => node.Is(JsonValueKind.String) ? node!.GetValue<string>() : null;

    /// <summary>The same tree with each value in it changed that holds no others.</summary>
    public static JsonNode? Leaves(JsonNode? node, Func<JsonNode?, JsonNode?> change) =>
        node switch
        {
            JsonArray or JsonObject => EachWithin(node, inner => Leaves(inner, change)),
            _ => change(node),
        };

    /// <summary>The same array or object with each item and each member's value changed.</summary>
    public static JsonNode? EachWithin(JsonNode? node, Func<JsonNode?, JsonNode?> change) =>
        node switch
        {
            JsonArray array => new JsonArray([.. array.Select(item => change(item?.DeepClone()))]),
            JsonObject members => new JsonObject(
                members.ToList().Select(m => KeyValuePair.Create(m.Key, change(m.Value?.DeepClone())))
            ),
            _ => node,
        };

    /// <summary>The same tree with every array, object and value in it changed, the innermost first.</summary>
    public static JsonNode? Everywhere(JsonNode? node, Func<JsonNode?, JsonNode?> change) =>
        change(EachWithin(node, inner => Everywhere(inner, change)));

    /// <summary>The object with the members alone that are kept.</summary>
    public static JsonObject Members(JsonObject members, Func<KeyValuePair<string, JsonNode?>, bool> keeps) =>
        new(members.Where(keeps).ToList().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
}
