using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Reports.Formats.Results;

/// <summary>A body as the digest of its bytes, which stand once in the table of bodies, and its length.</summary>
/// <param name="table">The bodies of the document.</param>
internal sealed class BodyConverter(BodyTable table) : JsonConverter<Body>
{
    /// <summary>For who only describes the type.</summary>
    public BodyConverter()
        : this(new BodyTable()) { }

    public override void Write(Utf8JsonWriter writer, Body value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("sha256", table.Add(value.Bytes));
        writer.WriteNumber("length", value.Length);
        writer.WriteEndObject();
    }

    public override Body Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var read = JsonDocument.ParseValue(ref reader);
        var body = read.RootElement;
        if (body.ValueKind != JsonValueKind.Object)
            throw new JsonException($"expected a body as an object, got {body.ValueKind}");
        if (!body.TryGetProperty("sha256", out var digest) || digest.ValueKind != JsonValueKind.String)
            throw new JsonException("expected a body's sha256 to be a string");
        var bytes = table.Find(digest.GetString()!);
        return
            body.TryGetProperty("length", out var member)
            && member.ValueKind == JsonValueKind.Number
            && member.TryGetInt32(out var length)
            && length >= bytes.Length
            ? Body.FirstOf(bytes, length)
            : throw new JsonException("expected a body's length to be a whole number and at least that of its bytes");
    }
}
