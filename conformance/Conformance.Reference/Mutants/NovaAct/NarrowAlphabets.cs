using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Patterns that keep out what they should let in.</summary>
internal static class NarrowAlphabets
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        KeepsOut("RejectsUnderscoresInName", Name, "underscores", v => v.Contains('_'))
            .AlsoBreaking("CreateWorkflowDefinition/uniqueness/whole-name-counts"),
        KeepsOut("RejectsDigitAtStartOfName", Name, "a digit at the start", v => v.Length > 0 && char.IsDigit(v[0])),
        KeepsOut("RejectsHyphenAtStartOfName", Name, "a hyphen at the start", v => v.StartsWith('-')),
        KeepsOut("RejectsCapitalsInName", Name, "capitals", HasCapitals),
        KeepsOut("RejectsUnderscoresInPath", PathNameAlone, "underscores", v => v.Contains('_'))
            .AlsoBreaking("CreateWorkflowDefinition/supporting/*"),
        KeepsOut("RejectsCapitalsInPath", PathNameAlone, "capitals", HasCapitals)
            .AlsoBreaking("CreateWorkflowDefinition/supporting/*"),
        KeepsOut("RejectsDoubledHyphensInRunToken", RunToken, "doubled hyphens", HasDoubledHyphens),
        KeepsOut("RejectsCapitalsInRunToken", RunToken, "capitals", HasCapitals),
        KeepsOut(
            "RejectsDigitAtStartOfDefinitionToken",
            DefinitionToken,
            "a digit at the start",
            v => v.Length > 0 && char.IsAsciiDigit(v[0])
        ),
        KeepsOut("RejectsDoubledHyphensInDefinitionToken", DefinitionToken, "doubled hyphens", HasDoubledHyphens),
        KeepsOut("RejectsDotsInLogGroup", LogGroup, "dots", v => v.Contains('.')),
        KeepsOut("RejectsSlashAtStartOfLogGroup", LogGroup, "a slash at the start", v => v.StartsWith('/')),
        KeepsOut("RejectsHyphensInLogGroup", LogGroup, "hyphens", v => v.Contains('-')),
        KeepsOut("RejectsParenthesesInKeyPrefix", KeyPrefix, "parentheses", v => v.Contains('(')),
        KeepsOut("RejectsSlashesInKeyPrefix", KeyPrefix, "slashes", v => v.Contains('/')),
        KeepsOut("RejectsApostrophesInKeyPrefix", KeyPrefix, "apostrophes", v => v.Contains('\'')),
        KeepsOut("RejectsDotsInBucket", Bucket, "dots", v => v.Contains('.')),
        KeepsOut("RejectsDoubledHyphensInBucket", Bucket, "doubled hyphens", HasDoubledHyphens),
        // What careless code takes for a path, for a number, for nothing or for an option.
        KeepsOut("RejectsDotsAloneInLogGroup", LogGroup, "one or two dots alone", v => v is "." or ".."),
        KeepsOut("RejectsDigitsAloneInLogGroup", LogGroup, "digits alone", v => v.All(char.IsDigit)),
        KeepsOut("RejectsHyphensAloneInLogGroup", LogGroup, "hyphens alone", v => v.All(c => c == '-')),
        KeepsOut("RejectsDoubledSlashInLogGroup", LogGroup, "a doubled slash", HasDoubledSlash),
        KeepsOut("RejectsSlashAtEndOfLogGroup", LogGroup, "a slash at the end", v => v.EndsWith('/')),
        KeepsOut("RejectsUnderscoresInLogGroup", LogGroup, "underscores", v => v.Contains('_')),
    ];

    /// <summary>One kind of legal value is rejected. Values at the edges of the length hold a pattern's characters too.</summary>
    private static Mutant KeepsOut(string name, TextMember member, string what, Func<string, bool> keepsOut) =>
        Row(
                name,
                $"rejects {what} in {member.Path} of {member.Operation}",
                [$"{member.Id}/pattern/accepted"],
                () => member.Change(m => m.Rejecting(keepsOut))
            )
            .AlsoBreaking($"{member.Id}/m??Length/accepted", $"{member.Operation}/idempotency/token-is-case-sensitive");

    private static bool HasCapitals(string text) => text.Any(char.IsAsciiLetterUpper);

    private static bool HasDoubledHyphens(string text) => text.Contains("--", StringComparison.Ordinal);

    private static bool HasDoubledSlash(string text) => text.Contains("//", StringComparison.Ordinal);
}
