using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Documents that do not come back as they went in.</summary>
internal static class Documents
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new QuotesTextsTwice(),
        new ParsesTextsAsJson(),
        new TrimsTexts(),
        new ComposesLetters(),
        new LosesCharactersBeyond16Bits(),
        new LosesLettersBeyondAscii(),
        new DropsBackslashes(),
        new EscapesMarkup(),
        new DropsControlCharacters(),
        new ShortensLineBreaks(),
        new CutsTextsAt64Kilobytes(),
        new FlattensArrays(),
        new UnwrapsArraysOfOne(),
        new DropsNullMembers(),
        new TurnsNullsIntoObjects(),
        new WritesNumbersAsTexts(),
        new RoundsNumbersToIntegers(),
        new KeepsSevenDigits(),
        new WritesBooleansAsNumbers(),
        new DropsMembersWithOddNames(),
        new TurnsEmptyIntoNull(),
        new CutsDeepDocuments(),
        new AnswersWithTheFirstDocument(),
    ];
}

/// <summary>The document is changed on its way, wherever it is not the plain text of the configuration.</summary>
internal abstract class ChangesDocuments(
    string says,
    Func<JsonNode?, JsonNode?> change,
    params ImmutableArray<string> breaks
) : FlowDefect(says, breaks)
{
    /// <summary>A change to text shows in any document, and in random ones by chance.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["document/*"];

    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.MembersOf(
            FlowTwists.Output,
            output =>
            {
                if (output["content"] is JsonObject content && content.ContainsKey("document"))
                    content["document"] = change(content["document"]?.DeepClone());
            }
        );

    /// <summary>The same tree with each value in it changed that holds no others.</summary>
    protected static JsonNode? Leaves(JsonNode? node, Func<JsonNode?, JsonNode?> change) =>
        node switch
        {
            JsonArray array => new JsonArray([.. array.Select(item => Leaves(item?.DeepClone(), change))]),
            JsonObject members => new JsonObject(
                members.ToList().Select(m => KeyValuePair.Create(m.Key, Leaves(m.Value?.DeepClone(), change)))
            ),
            _ => change(node),
        };
}

/// <summary>Each text in a document is changed.</summary>
internal abstract class ChangesTexts(string says, Func<string, string> change, string breaks = "document/unicode")
    : ChangesDocuments(
        says,
        document =>
            Leaves(document, leaf => FlowTwists.TextOf(leaf) is { } text ? JsonValue.Create(change(text)) : leaf),
        breaks
    );

/// <summary>Each number in a document is changed.</summary>
internal abstract class ChangesNumbers(string says, Func<string, JsonNode?> change)
    : ChangesDocuments(
        says,
        document =>
            Leaves(document, leaf => leaf?.GetValueKind() == JsonValueKind.Number ? change(leaf.ToJsonString()) : leaf),
        "document/any-json"
    );

internal sealed class QuotesTextsTwice()
    : ChangesTexts(
        "writes texts with quotes around them where they hold one",
        text => text.Contains('"') ? JsonSerializer.Serialize(text) : text
    );

internal sealed class TrimsTexts() : ChangesTexts("trims texts", text => text.Trim());

internal sealed class ComposesLetters()
    : ChangesTexts(
        "composes letters with their accents",
        text => text.Replace("e\u0301", "\u00e9", StringComparison.Ordinal)
    );

internal sealed class LosesCharactersBeyond16Bits()
    : ChangesTexts(
        "writes U+FFFD for characters beyond 16 bits",
        text => string.Concat(text.Select(c => char.IsSurrogate(c) ? '\uFFFD' : c))
    );

internal sealed class LosesLettersBeyondAscii()
    : ChangesTexts(
        "writes a question mark for letters beyond ASCII",
        text => string.Concat(text.Select(c => char.IsAscii(c) ? c : '?'))
    );

internal sealed class DropsBackslashes()
    : ChangesTexts("drops backslashes", text => text.Replace("\\", "", StringComparison.Ordinal));

internal sealed class EscapesMarkup() : ChangesTexts("escapes markup as HTML does", WebUtility.HtmlEncode);

internal sealed class DropsControlCharacters()
    : ChangesTexts(
        "drops control characters",
        text => string.Concat(text.Where(c => !char.IsControl(c) || c is '\r' or '\n' or '\t'))
    );

internal sealed class ShortensLineBreaks()
    : ChangesTexts(
        "writes a line feed for each line break",
        text => text.Replace("\r\n", "\n", StringComparison.Ordinal)
    );

internal sealed class CutsTextsAt64Kilobytes()
    : ChangesTexts("cuts texts after 65535 characters", text => text[..Math.Min(text.Length, 65535)], "document/large");

internal sealed class WritesNumbersAsTexts()
    : ChangesNumbers("writes numbers as texts", number => JsonValue.Create(number));

internal sealed class RoundsNumbersToIntegers()
    : ChangesNumbers(
        "rounds numbers to integers",
        number => JsonValue.Create(Math.Round(double.Parse(number, CultureInfo.InvariantCulture)))
    );

internal sealed class KeepsSevenDigits()
    : ChangesNumbers(
        "keeps seven digits of a number",
        number => JsonValue.Create(float.Parse(number, CultureInfo.InvariantCulture))
    );
