using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Patterns that keep out what they should let in.</summary>
internal static class NarrowAlphabets
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        KeepsOut("RefusesUnderscoresInName", Name, "underscores", v => v.Contains('_')),
        KeepsOut("RefusesDigitAtStartOfName", Name, "a digit at the start", v => v.Length > 0 && char.IsDigit(v[0])),
        KeepsOut("RefusesHyphenAtStartOfName", Name, "a hyphen at the start", v => v.StartsWith('-')),
        KeepsOut("RefusesCapitalsInName", Name, "capitals", HasCapitals),
        KeepsOut("RefusesUnderscoresInPath", PathNameAlone, "underscores", v => v.Contains('_')),
        KeepsOut("RefusesCapitalsInPath", PathNameAlone, "capitals", HasCapitals),
        KeepsOut("RefusesDoubledHyphensInRunToken", RunToken, "doubled hyphens", HasDoubledHyphens),
        KeepsOut("RefusesCapitalsInRunToken", RunToken, "capitals", HasCapitals),
        KeepsOut(
            "RefusesDigitAtStartOfDefinitionToken",
            DefinitionToken,
            "a digit at the start",
            v => v.Length > 0 && char.IsAsciiDigit(v[0])
        ),
        KeepsOut("RefusesDoubledHyphensInDefinitionToken", DefinitionToken, "doubled hyphens", HasDoubledHyphens),
        KeepsOut("RefusesDotsInLogGroup", LogGroup, "dots", v => v.Contains('.')),
        KeepsOut("RefusesSlashAtStartOfLogGroup", LogGroup, "a slash at the start", v => v.StartsWith('/')),
        KeepsOut("RefusesHyphensInLogGroup", LogGroup, "hyphens", v => v.Contains('-')),
        KeepsOut("RefusesParenthesesInKeyPrefix", KeyPrefix, "parentheses", v => v.Contains('(')),
        KeepsOut("RefusesSlashesInKeyPrefix", KeyPrefix, "slashes", v => v.Contains('/')),
        KeepsOut("RefusesApostrophesInKeyPrefix", KeyPrefix, "apostrophes", v => v.Contains('\'')),
        KeepsOut("RefusesDotsInBucket", Bucket, "dots", v => v.Contains('.')),
        KeepsOut("RefusesDoubledHyphensInBucket", Bucket, "doubled hyphens", HasDoubledHyphens),
        // What careless code takes for a path, for a number, for nothing or for an option.
        KeepsOut("RefusesDotsAloneInLogGroup", LogGroup, "one or two dots alone", v => v is "." or ".."),
        KeepsOut("RefusesDigitsAloneInLogGroup", LogGroup, "digits alone", v => v.All(char.IsDigit)),
        KeepsOut("RefusesHyphensAloneInLogGroup", LogGroup, "hyphens alone", v => v.All(c => c == '-')),
        KeepsOut("RefusesDoubledSlashInLogGroup", LogGroup, "a doubled slash", HasDoubledSlash),
        KeepsOut("RefusesSlashAtEndOfLogGroup", LogGroup, "a slash at the end", v => v.EndsWith('/')),
        KeepsOut("RefusesUnderscoresInLogGroup", LogGroup, "underscores", v => v.Contains('_')),
    ];

    /// <summary>One kind of legal value is refused. Values at the edges of the length hold a pattern's characters too.</summary>
    private static Mutant KeepsOut(string name, TextMember member, string what, Func<string, bool> keepsOut) =>
        Row(
                name,
                $"refuses {what} in {member.Path} of {member.Operation}",
                [$"{member.Id}/pattern/accepted"],
                () => member.Change(m => m.Refusing(keepsOut))
            )
            .AlsoBreaking($"{member.Id}/m??Length/accepted", $"{member.Operation}/idempotency/token-is-case-sensitive");

    private static bool HasCapitals(string text) => text.Any(char.IsAsciiLetterUpper);

    private static bool HasDoubledHyphens(string text) => text.Contains("--", StringComparison.Ordinal);

    private static bool HasDoubledSlash(string text) => text.Contains("//", StringComparison.Ordinal);
}
