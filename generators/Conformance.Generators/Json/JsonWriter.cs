using System.Globalization;
using System.Text;

namespace Conformance.Generators.Json;

/// <summary>Writes a tree as compact text.</summary>
internal static class JsonWriter
{
    public static void Write(JsonValue value, StringBuilder text)
    {
        switch (value)
        {
            case JsonText leaf:
                Quote(leaf.Value, text);
                break;
            case JsonRaw raw:
                text.Append(raw.Text);
                break;
            case JsonArray array:
                Join('[', ']', array.Items, item => Write(item, text), text);
                break;
            case JsonObject @object:
                Join('{', '}', @object.Properties, property => WriteProperty(property, text), text);
                break;
            default:
                throw new ArgumentException($"expected one of the four kinds of JSON value, got {value.GetType()}");
        }
    }

    private static void WriteProperty(JsonProperty property, StringBuilder text)
    {
        Quote(property.Name, text);
        text.Append(':');
        Write(property.Value, text);
    }

    private static void Join<T>(char open, char close, IEnumerable<T> parts, Action<T> write, StringBuilder text)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var part in parts)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            write(part);
        }
        text.Append(close);
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            if (i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]))
                text.Append(value, i++, 2);
            else
                Escape(value[i], text);
        }
        text.Append('"');
    }

    private static void Escape(char c, StringBuilder text)
    {
        if (c is '"' or '\\')
            text.Append('\\').Append(c);
        else if (Short(c) is { } letter)
            text.Append('\\').Append(letter);
        else if (c < ' ' || char.IsSurrogate(c))
            text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        else
            text.Append(c);
    }

    private static char? Short(char c) =>
        c switch
        {
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => null,
        };
}
