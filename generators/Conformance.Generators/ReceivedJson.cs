using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Conformance.Generators;

/// <summary>JSON that came from elsewhere, read without an exception whatever it holds.</summary>
public static class ReceivedJson
{
    private const int MostShown = 80;

    /// <summary>Reads a JSON string; false where its escapes make no Unicode text.</summary>
    public static bool TryText(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    /// <summary>Reads a member's name; false where its escapes make no Unicode text.</summary>
    public static bool TryName(System.Text.Json.JsonProperty member, out string name)
    {
        try
        {
            name = member.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }

    /// <summary>A value as it is written; bytes that are no UTF-8 become U+FFFD, where the library's own way would throw.</summary>
    public static string Written(this JsonElement value) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value));

    /// <summary>The text of a string; null for other kinds, and where its escapes make no Unicode text.</summary>
    internal static string? TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && TryText(value, out var text) ? text : null;

    internal static string Shown(JsonElement value) => Shortened(value.Written());

    internal static string Shortened(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";
}
