using System.Globalization;
using System.Text;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Which documents a flow that takes their kind has to give back, whoever made them.</summary>
internal static class SureDocuments
{
    /// <summary>What is longer may be too large for a target.</summary>
    public const int LongestInCharacters = 16_384;

    private const int DeepestNesting = 20;
    private const decimal LargestNumber = 1L << 50;

    /// <summary>Why a flow may reject the document or change it; null where it may not.</summary>
    public static string? Problem(Api api, JsonValue document) =>
        document.ToJson().Length > LongestInCharacters ? "a document of its size may be rejected"
        : document is JsonRaw { IsNull: true }
            ? $"null may be rejected as a document{api.Cite(InterpretationTopic.NullForAny)}"
        : document
            is JsonText { Value.Length: 0 }
                or JsonArray { Items.IsEmpty: true }
                or JsonObject { Properties.IsEmpty: true }
            ? "an empty document may be rejected"
        : Within(api, document, DeepestNesting);

    private static string? Within(Api api, JsonValue value, int depth) =>
        value switch
        {
            _ when depth < 0 => "a document nested so deep may be rejected",
            JsonText text => InText(api, text.Value),
            JsonArray array => array
                .Items.Select(item => Within(api, item, depth - 1))
                .FirstOrDefault(p => p is not null),
            JsonObject members => InMembers(api, members, depth),
            JsonRaw { IsNumber: true } number => InNumber(api, number.Text),
            _ => null,
        };

    private static string? InMembers(Api api, JsonObject members, int depth)
    {
        var names = members.Properties.Select(p => p.Name).ToList();
        return names.Distinct().Count() < names.Count
            ? $"a repeated member may be dropped{api.Cite(InterpretationTopic.RepeatedMember)}"
            : names
                .Select(name => InText(api, name))
                .Concat(members.Properties.Select(p => Within(api, p.Value, depth - 1)))
                .FirstOrDefault(problem => problem is not null);
    }

    private static string? InText(Api api, string text)
    {
        for (var at = 0; at < text.Length; )
        {
            if (text[at] == '\0' || !Rune.TryGetRuneAt(text, at, out var rune))
                return $"NUL and half a character may be rejected{api.Cite(InterpretationTopic.IllFormedText)}";
            at += rune.Utf16SequenceLength;
        }
        return null;
    }

    /// <summary>Eighths of a moderate size are what every reader of JSON holds exactly (RFC 8259, 6).</summary>
    private static string? InNumber(Api api, string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && decimal.Abs(number) <= LargestNumber
        && decimal.IsInteger(number * 8)
            ? null
            : $"a reader of JSON may round {text}{api.Cite(InterpretationTopic.RoundedNumber)}";
}
