using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Conformance.Reports.Formats.Results;

/// <summary>The bytes of a body as JSON: text where they are UTF-8, else base64. Both give back the same bytes.</summary>
internal static class BodyBytes
{
    private const string Utf8Name = "utf-8";
    private const string Base64Name = "base64";

    /// <summary>Writes them as an object.</summary>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        var isText = Utf8.IsValid(bytes) && !IsMostlyEscaped(bytes);
        json.WriteStartObject();
        json.WriteString("encoding", isText ? Utf8Name : Base64Name);
        if (isText)
            json.WriteString("content", Encoding.UTF8.GetString(bytes));
        else
            json.WriteBase64String("content", bytes);
        json.WriteEndObject();
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="JsonException">It is no such object.</exception>
    public static ReadOnlyMemory<byte> Read(JsonElement body)
    {
        var content = Text(body, "content");
        return Text(body, "encoding") switch
        {
            Utf8Name => Encoding.UTF8.GetBytes(content),
            Base64Name when Convert.TryFromBase64String(content, new byte[content.Length], out _) =>
                Convert.FromBase64String(content),
            Base64Name => throw new JsonException("expected base64 in the content of a body"),
            var other => throw new JsonException($"expected a body's encoding to be utf-8 or base64, got \"{other}\""),
        };
    }

    // Each control character takes six in JSON: a body with many of them is shorter in base64.
    private static bool IsMostlyEscaped(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var octet in bytes)
            if (octet is < 0x20 and not (byte)'\t' and not (byte)'\n' and not (byte)'\r')
                controls++;
        return controls > bytes.Length / 16;
    }

    private static string Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new JsonException($"expected a body with the string member {name}");
}
