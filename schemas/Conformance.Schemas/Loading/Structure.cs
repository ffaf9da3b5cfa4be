using System.Text;
using System.Text.Json;
using NJsonSchema;

namespace Conformance.Schemas.Loading;

/// <summary>Reads a schema's structure with NJsonSchema, references resolved and our extensions left out.</summary>
internal static class Structure
{
    public static JsonSchema Parse(JsonLocation schema)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, schema, []);
        try
        {
            return JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(buffer.ToArray())).GetAwaiter().GetResult();
        }
        catch (Newtonsoft.Json.JsonException e)
        {
            throw schema.Refuse("a JSON schema", e.Message, "correct the schema");
        }
    }

    /// <summary>NJsonSchema takes an extension that has a "type" for a schema, so extensions never reach it.</summary>
    private static void Write(Utf8JsonWriter writer, JsonLocation at, ImmutableHashSet<string> above)
    {
        var schema = at.Resolved();
        if (above.Contains(schema.Pointer))
            throw at.Refuse("a schema that ends", "one that refers to itself", "break the circle");
        above = above.Add(schema.Pointer);
        writer.WriteStartObject();
        foreach (var (name, child) in schema.Members())
            if (!name.StartsWith("x-", StringComparison.Ordinal))
            {
                writer.WritePropertyName(name);
                WriteKeyword(writer, name, child, above);
            }
        writer.WriteEndObject();
    }

    private static void WriteKeyword(
        Utf8JsonWriter writer,
        string name,
        JsonLocation value,
        ImmutableHashSet<string> above
    )
    {
        if (name == "items")
            Write(writer, value, above);
        else if (name == "properties")
        {
            writer.WriteStartObject();
            foreach (var (property, child) in value.Members())
            {
                writer.WritePropertyName(property);
                Write(writer, child, above);
            }
            writer.WriteEndObject();
        }
        else
            value.Value.WriteTo(writer);
    }

    public static JsonKind KindOf(JsonSchema schema, JsonLocation at) =>
        schema.Type switch
        {
            JsonObjectType.String => JsonKind.String,
            JsonObjectType.Integer => JsonKind.Integer,
            JsonObjectType.Number => JsonKind.Number,
            JsonObjectType.Boolean => JsonKind.Boolean,
            JsonObjectType.Object => JsonKind.Object,
            JsonObjectType.Array => JsonKind.Array,
            JsonObjectType.None when at.Find("type") is null => JsonKind.Any,
            _ => throw at.Refuse("one JSON type, or none for any value", $"{schema.Type}", "correct \"type\""),
        };
}
