using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Contexts that come back changed where they hold values of a certain kind, and unchanged elsewhere.</summary>
internal static partial class ContextValues
{
    private const int LongestText = 1024;

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Edits(
            "RespellsDatesOfContext",
            "reads texts of contexts that look like times, and writes them again in UTC",
            json => JsonTokens.WithTexts(json, InUtc)
        ),
        Edits(
            "CutsTextsOfContextBehind1024",
            "keeps the first 1024 characters of the texts of contexts",
            json => JsonTokens.WithTexts(json, text => text.Length > LongestText ? text[..LongestText] : text)
        ),
        Edits(
            "ForgetsEmptyNamesOfContext",
            "forgets members of contexts whose name is empty",
            json => JsonElement.Parse(json) is var context && HasEmptyName(context) ? WithoutEmptyNames(context) : json
        ),
        Edits(
            "WritesEmojiOfContextAsQuestionMarks",
            "writes characters of contexts that take four octets as question marks",
            json =>
                JsonTokens.WithTexts(
                    json,
                    text => string.Concat(text.EnumerateRunes().Select(r => r.IsBmp ? r.ToString() : "?"))
                )
        ),
    ];

    /// <summary>The text of a context is edited.</summary>
    private static Mutant Edits(string name, string says, Func<string, string> edit) =>
        Row(name, says, ["webhook/context-unchanged"], () => Contexts(edit)).AlsoBreaking("webhook/*", "concurrency/*");

    /// <summary>What a reader does that takes such texts for times without being asked.</summary>
    private static string InUtc(string text) =>
        Time().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : text;

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})$")]
    private static partial Regex Time();

    private static bool HasEmptyName(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().Any(m => m.Name.Length == 0 || HasEmptyName(m.Value)),
            JsonValueKind.Array => json.EnumerateArray().Any(HasEmptyName),
            _ => false,
        };

    private static string WithoutEmptyNames(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object =>
                $"{{{string.Join(',', json.EnumerateObject().Where(m => m.Name.Length > 0).Select(Member))}}}",
            JsonValueKind.Array => $"[{string.Join(',', json.EnumerateArray().Select(WithoutEmptyNames))}]",
            _ => json.GetRawText(),
        };

    private static string Member(JsonProperty member) =>
        $"{JsonSerializer.Serialize(member.Name)}:{WithoutEmptyNames(member.Value)}";
}
