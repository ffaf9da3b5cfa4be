using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Conformance.Generators.Json;

/// <summary>Reads JSON text into a tree. The syntax is checked by System.Text.Json; texts of numbers and lone surrogates are kept.</summary>
internal static class JsonReader
{
    public static JsonValue Read(string json)
    {
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(json),
            new JsonReaderOptions { MaxDepth = JsonValue.DeepestNesting }
        );
        try
        {
            reader.Read();
            var value = ReadValue(ref reader);
            while (reader.Read()) { }
            return value;
        }
        catch (JsonException e)
        {
            throw new FormatException($"expected JSON, got {Excerpt(json)}: {e.Message}", e);
        }
    }

    private static JsonValue ReadValue(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader),
            JsonTokenType.StartArray => ReadArray(ref reader),
            JsonTokenType.String => new JsonText(Text(ref reader)),
            _ => new JsonRaw(Encoding.UTF8.GetString(reader.ValueSpan)),
        };

    private static JsonObject ReadObject(ref Utf8JsonReader reader)
    {
        var properties = ImmutableArray.CreateBuilder<JsonProperty>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = Text(ref reader);
            reader.Read();
            properties.Add(new JsonProperty(name, ReadValue(ref reader)));
        }
        return new JsonObject(properties.ToImmutable());
    }

    private static JsonArray ReadArray(ref Utf8JsonReader reader)
    {
        var items = ImmutableArray.CreateBuilder<JsonValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader));
        return new JsonArray(items.ToImmutable());
    }

    // Utf8JsonReader.GetString throws on a lone surrogate, which this tree has to be able to hold.
    private static string Text(ref Utf8JsonReader reader)
    {
        var written = Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.ValueIsEscaped ? Unescape(written) : written;
    }

    private static string Unescape(string written)
    {
        var text = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] != '\\')
                text.Append(written[i]);
            else if (written[++i] != 'u')
                text.Append(Unescaped(written[i]));
            else
            {
                text.Append((char)int.Parse(written.AsSpan(i + 1, 4), NumberStyles.HexNumber, null));
                i += 4;
            }
        }
        return text.ToString();
    }

    private static char Unescaped(char c) =>
        c switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => c,
        };

    private static string Excerpt(string json) => json.Length <= 60 ? json : json[..60] + "…";
}
