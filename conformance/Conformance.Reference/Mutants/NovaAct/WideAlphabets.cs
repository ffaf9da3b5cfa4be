using System.Text.RegularExpressions;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Patterns that let in what they should keep out.</summary>
internal static class WideAlphabets
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        LetsIn("TakesDotsInName", Name, "dots", v => v.Replace('.', '_')),
        LetsIn("TakesSpacesInName", Name, "spaces", v => v.Replace(' ', '_')),
        LetsInMatches("TakesWordCharactersInName", Name, @"what \w means in Unicode", @"\A[\w-]+\z"),
        LetsInMatches("TakesAnyDigitsInName", Name, @"what \d means in Unicode", @"\A[a-zA-Z\d_-]+\z"),
        LetsIn(
            "TakesNameIgnoringCaseOfUnicode",
            Name,
            "letters that fold to ASCII ones, such as the Kelvin sign,",
            v => v.ToLowerInvariant().Replace('ı', 'i').Replace('ſ', 's')
        ),
        LetsIn("TakesWideLettersInName", Name, "wide forms of letters and digits", Narrowed),
        LetsIn("TrimsName", Name, "white space around it", v => v.Trim()),
        LetsInMatches("TakesWordCharactersInRunToken", RunToken, @"what \w means in Unicode", @"\A\w[\w-]*\w\z"),
        LetsIn("TakesUnderscoresInRunToken", RunToken, "underscores", v => v.Replace('_', 'a')),
        LetsIn("TakesDotsInDefinitionToken", DefinitionToken, "dots", v => v.Replace('.', 'a')),
        LetsIn("TakesHyphenAtEndOfRunToken", RunToken, "a hyphen at the end", Ending('-')),
        LetsIn("TakesHyphenAtEndOfDefinitionToken", DefinitionToken, "a hyphen at the end", Ending('-')),
        LetsIn("TakesHyphenAtStartOfRunToken", RunToken, "a hyphen at the start", Starting('-')),
        LetsIn("TakesHyphenAtStartOfDefinitionToken", DefinitionToken, "a hyphen at the start", Starting('-')),
        LetsIn("TakesCapitalsInBucket", Bucket, "capitals", v => v.All(char.IsAscii) ? v.ToLowerInvariant() : v),
        LetsIn("TakesUnderscoresInBucket", Bucket, "underscores", v => v.Replace('_', 'a')),
        LetsIn("TakesHyphenAtEndOfBucket", Bucket, "a hyphen at the end", Ending('-')),
        LetsIn("TakesDotAtStartOfBucket", Bucket, "a dot at the start", Starting('.')),
        LetsIn("TakesSlashAtEndOfKeyPrefix", KeyPrefix, "a slash at the end", v => v.EndsWith('/') ? v[..^1] : v),
        LetsIn("TakesSlashAtStartOfKeyPrefix", KeyPrefix, "a slash at the start", v => v.StartsWith('/') ? v[1..] : v),
        LetsIn(
            "TakesDoubledSlashInKeyPrefix",
            KeyPrefix,
            "a doubled slash",
            v => v.Replace("//", "/x", StringComparison.Ordinal)
        ),
        LetsIn("TakesSpacesInKeyPrefix", KeyPrefix, "spaces", v => v.Replace(' ', '_')),
        LetsIn("TakesHashInLogGroup", LogGroup, "a hash", v => v.Replace('#', '_')),
        LetsIn("TakesColonInLogGroup", LogGroup, "a colon", v => v.Replace(':', '_')),
        LetsIn("TakesSpacesInLogGroup", LogGroup, "spaces", v => v.Replace(' ', '_')),
        LetsIn("TakesBackslashInLogGroup", LogGroup, "a backslash", v => v.Replace('\\', '/')),
    ];

    /// <summary>Values are let in that would be legal with something else in place of what is wrong in them.</summary>
    private static Mutant LetsIn(string name, TextMember member, string what, Func<string, string> mend) =>
        LetsIn(name, member, what, (v, check) => check(mend(v)) is null);

    private static string Narrowed(string text) =>
        string.Concat(text.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c));

    private static Func<string, string> Ending(char odd) => v => v.EndsWith(odd) ? v[..^1] + 'a' : v;

    private static Func<string, string> Starting(char odd) => v => v.StartsWith(odd) ? 'a' + v[1..] : v;

    /// <summary>Values are let in that match a wider pattern.</summary>
    private static Mutant LetsInMatches(string name, TextMember member, string what, string pattern) =>
        LetsIn(name, member, what, (v, _) => Regex.IsMatch(v, pattern));

    private static Mutant LetsIn(
        string name,
        TextMember member,
        string what,
        Func<string, Check<string>, bool> letsIn
    ) =>
        Row(
            name,
            $"takes {what} in {member.Path} of {member.Operation}",
            [$"{member.Id}/pattern/rejected"],
            () =>
                member.Change(m =>
                    m.Taking(v => v.Length >= member.Shortest && v.Length <= member.Longest && letsIn(v, m.Check))
                )
        );
}
