using System.Text.Json.Nodes;

namespace Conformance.Schemas.Tests;

/// <summary>The kit's own files, whole or with one thing changed.</summary>
internal static class Files
{
    public const string Schema = "nova-act.openapi.json";
    public const string Register = "nova-act.register.json";
    public const string Sources = "sources.json";

    public const string Bedrock = "bedrock-flows.openapi.json";
    public const string Pennsieve = "pennsieve.openapi.json";

    public static Api NovaAct() => LoadWith(Schema, Text(Schema));

    public static Api Load(string schema, string register, string sources) =>
        SchemaCatalog.Load(new(Schema, schema), new(Register, register), new(Sources, sources));

    public static string Text(string file) => SchemaCatalog.EmbeddedFile(file).Text;

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

    /// <summary>Loads the three files of an API with this one in place of the kit's own; the sources go with Nova Act.</summary>
    public static Api LoadWith(string file, string text)
    {
        var schema = file == Sources ? Schema : $"{file.Split('.')[0]}.openapi.json";
        return SchemaCatalog.Load(File(schema), File(SchemaCatalog.RegisterOf(schema)), File(Sources));

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
