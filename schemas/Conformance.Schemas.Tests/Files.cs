using System.Text.Json.Nodes;

namespace Conformance.Schemas.Tests;

/// <summary>The kit's own files, whole or with one thing changed.</summary>
internal static class Files
{
    public const string Schema = "schemas/apis/nova-act/openapi.json";
    public const string Register = "schemas/apis/nova-act/register.json";

    public const string Bedrock = "schemas/apis/bedrock-flows/openapi.json";
    public const string Pennsieve = "schemas/apis/pennsieve/openapi.json";

    public static Api NovaAct() => LoadWith(Schema, Text(Schema));

    public static Api Load(string schema, string register) =>
        SchemaCatalog.Load(new(new(Schema, schema), new(Register, register)));

    /// <summary>Names of the OpenAPI documents that the kit brings along.</summary>
    public static IEnumerable<string> Schemas =>
        EmbeddedFiles.ApiFolders().Select(f => $"schemas/apis/{f}/openapi.json");

    /// <summary>The register beside this document.</summary>
    public static string RegisterOf(string schema) => schema.Replace("openapi", "register", StringComparison.Ordinal);

    public static string Text(string file) => EmbeddedFiles.Text(file["schemas/".Length..]).Text;

    /// <summary>The file with the value at this pointer replaced or added, or removed where <paramref name="json"/> is null.</summary>
    public static string Changed(string file, string pointer, string? json)
    {
        var root = JsonNode.Parse(Text(file))!;
        var cut = pointer.LastIndexOf('/');
        var (parent, name) = (At(root, pointer[..cut])!, Unescaped(pointer[(cut + 1)..]));
        var value = json is null ? null : JsonNode.Parse(json);
        if (parent is JsonArray array)
            Change(array, name, json, value);
        else if (json is null)
            Assert.True(parent.AsObject().Remove(name), $"nothing to remove at {pointer}");
        else
            parent[name] = value;
        return root.ToJsonString(new() { WriteIndented = true });
    }

    /// <summary>Loads the two files of an API with this one in place of the kit's own.</summary>
    public static Api LoadWith(string file, string text)
    {
        var folder = file[..file.LastIndexOf('/')];
        return SchemaCatalog.Load(new(File($"{folder}/openapi.json"), File($"{folder}/register.json")));

        SchemaFile File(string name) => new(name, name == file ? text : Text(name));
    }

    public static JsonNode? At(JsonNode? node, string pointer)
    {
        foreach (var step in pointer.Split('/').Skip(1))
            node = node is JsonArray array ? array[int.Parse(step, null)] : node![Unescaped(step)];
        return node;
    }

    private static void Change(JsonArray array, string name, string? json, JsonNode? value)
    {
        if (name == "-")
            array.Add(value);
        else if (json is null)
            array.RemoveAt(int.Parse(name, null));
        else
            array[int.Parse(name, null)] = value;
    }

    private static string Unescaped(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
