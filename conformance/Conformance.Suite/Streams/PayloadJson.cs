using System.Text.Json;
using System.Text.Unicode;

namespace Conformance.Suite.Streams;

/// <summary>JSON as it stands in streams: as deep as the kit sends it, and in UTF-8 (RFC 8259, 8.1).</summary>
internal static class PayloadJson
{
    internal static readonly JsonReaderOptions Options = new() { MaxDepth = 1000, AllowMultipleValues = true };

    /// <summary>The one value that these bytes are, or what is wrong with them; neither where there are none.</summary>
    internal static (JsonElement? Value, string? Problem) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return (null, null);
        if (!Utf8.IsValid(bytes))
            return (null, "JSON in UTF-8, got bytes that are no UTF-8");
        try
        {
            var reader = new Utf8JsonReader(bytes, Options);
            var value = JsonElement.ParseValue(ref reader);
            return reader.Read() ? (null, "one JSON value, got several") : (value, null);
        }
        catch (JsonException wrong)
        {
            return (null, $"JSON, got: {wrong.Message}");
        }
    }
}
