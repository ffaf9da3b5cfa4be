using System.Text.RegularExpressions;
using Conformance.Reference.Http;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Patterns whose anchors are missing or mean something else.</summary>
internal static class PatternAnchors
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        SearchesForThePattern("SearchesName", Name),
        AnchorsTheStartAlone("AnchorsStartOfName", Name),
        AnchorsTheEndAlone("AnchorsEndOfName", Name),
        EndsWithADollarSign("TakesLineFeedBehindName", Name),
        MatchesLineByLine("MatchesNameLineByLine", Name),
        SearchesForThePattern("SearchesNameInPath", PathName),
        AnchorsTheStartAlone("AnchorsStartOfNameInPath", PathName),
        AnchorsTheEndAlone("AnchorsEndOfNameInPath", PathName),
        EndsWithADollarSign("TakesLineFeedBehindNameInPath", PathName),
        MatchesLineByLine("MatchesNameInPathLineByLine", PathName),
        SearchesForThePattern("SearchesDefinitionToken", DefinitionToken),
        AnchorsTheStartAlone("AnchorsStartOfDefinitionToken", DefinitionToken),
        AnchorsTheEndAlone("AnchorsEndOfDefinitionToken", DefinitionToken),
        EndsWithADollarSign("TakesLineFeedBehindDefinitionToken", DefinitionToken),
        MatchesLineByLine("MatchesDefinitionTokenLineByLine", DefinitionToken),
        SearchesForThePattern("SearchesRunToken", RunToken),
        AnchorsTheStartAlone("AnchorsStartOfRunToken", RunToken),
        AnchorsTheEndAlone("AnchorsEndOfRunToken", RunToken),
        EndsWithADollarSign("TakesLineFeedBehindRunToken", RunToken),
        MatchesLineByLine("MatchesRunTokenLineByLine", RunToken),
        SearchesForThePattern("SearchesBucket", Bucket),
        AnchorsTheStartAlone("AnchorsStartOfBucket", Bucket),
        AnchorsTheEndAlone("AnchorsEndOfBucket", Bucket),
        EndsWithADollarSign("TakesLineFeedBehindBucket", Bucket),
        MatchesLineByLine("MatchesBucketLineByLine", Bucket),
        SearchesForThePattern("SearchesKeyPrefix", KeyPrefix),
        AnchorsTheStartAlone("AnchorsStartOfKeyPrefix", KeyPrefix),
        AnchorsTheEndAlone("AnchorsEndOfKeyPrefix", KeyPrefix),
        EndsWithADollarSign("TakesLineFeedBehindKeyPrefix", KeyPrefix),
        MatchesLineByLine("MatchesKeyPrefixLineByLine", KeyPrefix),
        SearchesForThePattern("SearchesLogGroup", LogGroup),
        AnchorsTheStartAlone("AnchorsStartOfLogGroup", LogGroup),
        AnchorsTheEndAlone("AnchorsEndOfLogGroup", LogGroup),
        EndsWithADollarSign("TakesLineFeedBehindLogGroup", LogGroup),
        MatchesLineByLine("MatchesLogGroupLineByLine", LogGroup),
    ];

    private static Mutant SearchesForThePattern(string name, TextMember member) =>
        Matches(name, member, "looks for the pattern anywhere in", member.Pattern);

    private static Mutant AnchorsTheStartAlone(string name, TextMember member) =>
        Matches(name, member, "anchors only the start of the pattern of", $@"\A(?:{member.Pattern})");

    private static Mutant AnchorsTheEndAlone(string name, TextMember member) =>
        Matches(name, member, "anchors only the end of the pattern of", $@"(?:{member.Pattern})\z");

    private static Mutant EndsWithADollarSign(string name, TextMember member) =>
        Matches(name, member, "takes a line feed behind", $"^(?:{member.Pattern})$");

    private static Mutant MatchesLineByLine(string name, TextMember member) =>
        Matches(name, member, "matches line by line the pattern of", $"(?m)^(?:{member.Pattern})$");

    /// <summary>The pattern is written as careless code does. A path is wrong only where the body is too.</summary>
    private static Mutant Matches(string name, TextMember member, string says, string written) =>
        Row(
                name,
                $"{says} {member.Path} of {member.Operation}",
                [$"{member.Id}/pattern/rejected"],
                () => member.Change(m => m with { Check = Matching(member, written) })
            )
            .AlsoBreaking(member == PathName ? [$"{Name.Id}/pattern/rejected"] : []);

    private static Check<string> Matching(TextMember member, string pattern) =>
        value =>
            value.Length >= member.Shortest && value.Length <= member.Longest && Regex.IsMatch(value, pattern)
                ? null
                : "expected another value";
}
