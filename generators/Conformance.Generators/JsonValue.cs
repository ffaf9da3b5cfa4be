using System.Text;
using Conformance.Generators.Json;

namespace Conformance.Generators;

/// <summary>
/// An immutable JSON tree that can also say what a normal tree cannot: numbers as they are written
/// (<c>1.0</c>, <c>1e0</c>, <c>99999999999999999999</c>), repeated members and lone surrogates.
/// </summary>
public abstract record JsonValue
{
    private protected JsonValue() { }

    /// <summary>The literal <c>null</c>.</summary>
    public static JsonValue Null { get; } = new JsonRaw("null");

    /// <summary>Levels of arrays and objects that <see cref="Parse"/> reads: as deep as responses are read, and a little more.</summary>
    public const int DeepestNesting = 1_024;

    /// <summary>Reads JSON text; numbers keep their text, repeated members stay repeated.</summary>
    /// <exception cref="FormatException">The text is not JSON (RFC 8259).</exception>
    public static JsonValue Parse(string json) => JsonReader.Read(json);

    /// <summary>Compact text; non-ASCII as it is, control characters and lone surrogates as escapes.</summary>
    public string ToJson()
    {
        var text = new StringBuilder();
        JsonWriter.Write(this, text);
        return text.ToString();
    }

    /// <summary><see cref="ToJson"/> as UTF-8 without a byte order mark.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(ToJson());

    /// <summary>The tree with this value at the path (<c>clientInfo.sdkVersion</c>; <c>inputs[].nodeName</c>, where <c>[]</c> is item 0); parents that are missing are made.</summary>
    /// <exception cref="ArgumentException">The path is not well formed.</exception>
    public JsonValue With(string path, JsonValue value) => JsonPath.Parse(path).With(this, value);

    /// <summary>The tree without the value at the path; unchanged where there is none.</summary>
    /// <exception cref="ArgumentException">The path is not well formed.</exception>
    public JsonValue Without(string path) => JsonPath.Parse(path).Without(this);

    /// <summary>The value at the path, or null; of repeated members the last.</summary>
    /// <exception cref="ArgumentException">The path is not well formed.</exception>
    public JsonValue? At(string path) => JsonPath.Parse(path).At(this);

    /// <summary>The compact JSON text.</summary>
    public sealed override string ToString() => ToJson();
}

/// <summary>One member of an object.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="Value">Its value.</param>
public sealed record JsonProperty(string Name, JsonValue Value);

/// <summary>An object; members keep their order and may be repeated.</summary>
public sealed record JsonObject(ImmutableArray<JsonProperty> Properties) : JsonValue
{
    /// <summary>The object without members.</summary>
    public static JsonObject Empty { get; } = new([]);

    public bool Equals(JsonObject? other) => other is not null && Properties.SequenceEqual(other.Properties);

    public override int GetHashCode() => Properties.Aggregate(17, HashCode.Combine);
}

/// <summary>An array.</summary>
public sealed record JsonArray(ImmutableArray<JsonValue> Items) : JsonValue
{
    public bool Equals(JsonArray? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Aggregate(19, HashCode.Combine);
}

/// <summary>A string. Lone surrogates are legal here and written as escapes.</summary>
public sealed record JsonText(string Value) : JsonValue;

/// <summary>A number, <c>true</c>, <c>false</c>, <c>null</c>, or any other text that is written as it stands.</summary>
public sealed record JsonRaw(string Text) : JsonValue
{
    /// <summary>Whether this is the literal <c>null</c>.</summary>
    public bool IsNull => Text == "null";

    /// <summary>Whether the text begins as a JSON number does.</summary>
    public bool IsNumber => Text.Length > 0 && (Text[0] == '-' || char.IsAsciiDigit(Text[0]));
}
