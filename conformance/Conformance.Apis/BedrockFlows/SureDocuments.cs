using System.Globalization;
using System.Text;
using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Which documents a flow that takes their kind has to give back, whoever made them.</summary>
internal static class SureDocuments
{
    private const int DeepestNesting = 20;
    private const int LongestInCharacters = 16_384;
    private const decimal LargestNumber = 1L << 50;

    /// <summary>Why a flow may refuse the document or change it; null where it may not.</summary>
    public static string? Problem(JsonValue document) =>
        document.ToJson().Length > LongestInCharacters ? "a document of its size may be refused"
        : document is JsonRaw { IsNull: true } ? "null may be refused as a document (R22)"
        : document
            is JsonText { Value.Length: 0 }
                or JsonArray { Items.IsEmpty: true }
                or JsonObject { Properties.IsEmpty: true }
            ? "an empty document may be refused"
        : Within(document, DeepestNesting);

    private static string? Within(JsonValue value, int depth) =>
        value switch
        {
            _ when depth < 0 => "a document nested so deep may be refused",
            JsonText text => InText(text.Value),
            JsonArray array => array.Items.Select(item => Within(item, depth - 1)).FirstOrDefault(p => p is not null),
            JsonObject members => InMembers(members, depth),
            JsonRaw { IsNumber: true } number => InNumber(number.Text),
            _ => null,
        };

    private static string? InMembers(JsonObject members, int depth)
    {
        var names = members.Properties.Select(p => p.Name).ToList();
        return names.Distinct().Count() < names.Count
            ? "a repeated member may be dropped (R13)"
            : names
                .Select(InText)
                .Concat(members.Properties.Select(p => Within(p.Value, depth - 1)))
                .FirstOrDefault(problem => problem is not null);
    }

    private static string? InText(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            if (text[at] == '\0' || !Rune.TryGetRuneAt(text, at, out var rune))
                return "NUL and half a character may be refused (R19)";
            at += rune.Utf16SequenceLength;
        }
        return null;
    }

    /// <summary>Eighths of a moderate size are what every reader of JSON holds exactly (RFC 8259, 6).</summary>
    private static string? InNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && decimal.Abs(number) <= LargestNumber
        && decimal.IsInteger(number * 8)
            ? null
            : $"a reader of JSON may round {text} (R38)";
}
