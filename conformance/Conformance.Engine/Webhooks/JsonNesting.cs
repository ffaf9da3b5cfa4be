using System.Text.Json;
using Conformance.Generators;

namespace Conformance.Engine.Webhooks;

/// <summary>How deep JSON nests: legal at any depth (RFC 8259, 9), while each reader has its limit.</summary>
internal static class JsonNesting
{
    /// <summary>Whether this is JSON that the kit can't read for its depth alone.</summary>
    internal static bool IsBeyondTheKit(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var isBeyond = false;
        try
        {
            while (reader.Read())
                isBeyond |= reader.CurrentDepth >= JsonValue.DeepestNesting;
            return isBeyond;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
