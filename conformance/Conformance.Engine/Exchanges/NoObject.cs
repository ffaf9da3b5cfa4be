using System.Text.Json;

namespace Conformance.Engine.Exchanges;

/// <summary>What keeps a body from being the JSON object that it should be.</summary>
internal static class NoObject
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The reason in words that follow "a body that is no JSON object".</summary>
    public static string Because(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return "";
        if (body.StartsWith(ByteOrderMark))
            return " (it begins with a byte order mark)";
        var reader = new Utf8JsonReader(
            body,
            isFinalBlock: false,
            new JsonReaderState(new() { MaxDepth = int.MaxValue })
        );
        try
        {
            while (reader.Read()) { }
            return reader.CurrentDepth > 0 ? $" (it ends after {body.Length} bytes, before the object does)" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
