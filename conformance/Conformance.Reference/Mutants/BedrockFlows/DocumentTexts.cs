using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.Mutants.BedrockFlows.DocumentValues;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Documents whose texts do not come back as they went in.</summary>
internal static class DocumentTexts
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        ChangesTexts(
            "QuotesTextsTwice",
            "writes texts with quotes around them where they hold one",
            text => text.Contains('"') ? JsonSerializer.Serialize(text) : text
        ),
        ChangesTexts("TrimsTexts", "trims texts", text => text.Trim()),
        ChangesTexts(
            "ComposesLetters",
            "composes letters with their accents",
            text => text.Replace("e\u0301", "\u00e9", StringComparison.Ordinal)
        ),
        ChangesTexts(
            "LosesCharactersBeyond16Bits",
            "writes U+FFFD for characters beyond 16 bits",
            text => string.Concat(text.Select(c => char.IsSurrogate(c) ? '\uFFFD' : c))
        ),
        ChangesTexts(
            "LosesLettersBeyondAscii",
            "writes a question mark for letters beyond ASCII",
            text => string.Concat(text.Select(c => char.IsAscii(c) ? c : '?'))
        ),
        ChangesTexts("DropsBackslashes", "drops backslashes", text => text.Replace("\\", "", StringComparison.Ordinal)),
        ChangesTexts("EscapesMarkup", "escapes markup as HTML does", WebUtility.HtmlEncode),
        ChangesTexts(
            "DropsControlCharacters",
            "drops control characters",
            text => string.Concat(text.Where(c => !char.IsControl(c) || c is '\r' or '\n' or '\t'))
        ),
        ChangesTexts(
            "ShortensLineBreaks",
            "writes a line feed for each line break",
            text => text.Replace("\r\n", "\n", StringComparison.Ordinal)
        ),
        ChangesTexts(
            "DropsLineSeparators",
            "drops line and paragraph separators",
            text => string.Concat(text.Where(c => c is not ('\u2028' or '\u2029')))
        ),
        ChangesTexts("WritesTextsInLowercase", "writes texts in lowercase", text => text.ToLowerInvariant()),
        ChangesTexts(
            "CutsTextsAt64Kilobytes",
            "cuts texts after 65535 characters",
            text => text[..Math.Min(text.Length, 65535)],
            "document/large"
        ),
        ChangesTexts(
            "CutsCharactersAt4096Bytes",
            "reads texts in parts of 4096 bytes, and loses characters that lie between two",
            text => string.Concat(Encoding.UTF8.GetBytes(text).Chunk(4096).Select(Encoding.UTF8.GetString)),
            "document/large"
        ),
    ];

    /// <summary>Each text in a document is changed.</summary>
    internal static Mutant ChangesTexts(
        string name,
        string says,
        Func<string, string> change,
        string breaks = "document/unicode"
    ) =>
        ChangesLeaves(
            name,
            says,
            breaks,
            leaf => FlowJson.TextOf(leaf) is { } text ? JsonValue.Create(change(text)) : leaf
        );
}
