using System.Globalization;
using System.Text;

namespace Conformance.Generators.Dimensions;

/// <summary>How a JSON value is written: all mean the same (RFC 8259).</summary>
public enum JsonSpelling
{
    /// <summary>Without white space, members as they come.</summary>
    Compact,

    /// <summary>Members of objects in reverse order, with white space between all tokens.</summary>
    ReversedAndSpread,

    /// <summary>Every letter of names and texts as an escape.</summary>
    Escaped,
}

/// <summary>Spellings of JSON as a dimension, and the writing of them.</summary>
public static class JsonSpellings
{
    /// <summary>All of them, in the order of <see cref="JsonSpelling"/>.</summary>
    public static Dimension All { get; } =
        new(
            "spelling",
            [
                new("compact", "compact JSON"),
                new("reversed-and-spread", "members in reverse order, spread over lines"),
                new("escaped", "every letter of the JSON's names and texts as an escape"),
            ]
        );

    /// <summary>The value in this spelling, as UTF-8.</summary>
    public static byte[] Write(JsonValue value, JsonSpelling spelling) =>
        spelling switch
        {
            JsonSpelling.ReversedAndSpread => Encoding.UTF8.GetBytes(Spread(value)),
            JsonSpelling.Escaped => Encoding.UTF8.GetBytes(Escaped(value)),
            _ => value.ToUtf8(),
        };

    private static string Spread(JsonValue value) =>
        value switch
        {
            JsonArray array => $"[\r\n{string.Join(" ,\n\t", array.Items.Select(Spread))} ]",
            JsonObject members =>
                $"{{\n{string.Join(" ,\n", members.Properties.Reverse().Select(p => $"\t {new JsonText(p.Name).ToJson()} :\r\n {Spread(p.Value)}"))} }}\n",
            _ => value.ToJson(),
        };

    private static string Escaped(JsonValue value) =>
        value switch
        {
            JsonText text => Quoted(text.Value),
            JsonArray array => $"[{string.Join(',', array.Items.Select(Escaped))}]",
            JsonObject members =>
                $"{{{string.Join(',', members.Properties.Select(p => $"{Quoted(p.Name)}:{Escaped(p.Value)}"))}}}",
            _ => value.ToJson(),
        };

    /// <summary>The characters of a text as escapes, without quotes.</summary>
    public static string Escapes(string text) =>
        text.Aggregate(new StringBuilder(), (built, c) => built.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"))
            .ToString();

    private static string Quoted(string text) => $"\"{Escapes(text)}\"";
}
