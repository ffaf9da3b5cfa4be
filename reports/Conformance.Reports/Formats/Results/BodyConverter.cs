using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Conformance.Reports.Formats.Results;

/// <summary>A body as text where it is UTF-8, else in base64: both give back the same bytes.</summary>
internal sealed class BodyConverter : JsonConverter<ReadOnlyMemory<byte>>
{
    private const string Utf8Name = "utf-8";
    private const string Base64Name = "base64";

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options)
    {
        var isText = Utf8.IsValid(value.Span);
        writer.WriteStartObject();
        writer.WriteString("encoding", isText ? Utf8Name : Base64Name);
        if (isText)
            writer.WriteString("content", Encoding.UTF8.GetString(value.Span));
        else
            writer.WriteBase64String("content", value.Span);
        writer.WriteEndObject();
    }

    public override ReadOnlyMemory<byte> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        using var body = JsonDocument.ParseValue(ref reader);
        var encoding = Text(body.RootElement, "encoding");
        var content = Text(body.RootElement, "content");
        return encoding switch
        {
            Utf8Name => Encoding.UTF8.GetBytes(content),
            Base64Name when Convert.TryFromBase64String(content, new byte[content.Length], out _) =>
                Convert.FromBase64String(content),
            Base64Name => throw new JsonException("expected base64 in the content of a body"),
            _ => throw new JsonException($"expected a body's encoding to be utf-8 or base64, got \"{encoding}\""),
        };
    }

    private static string Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new JsonException($"expected a body with the string member {name}");
}
