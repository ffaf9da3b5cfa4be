using System.Collections.Immutable;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>Patterns whose anchors are missing or mean something else.</summary>
internal static class Anchors
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new SearchesName(),
        new AnchorsStartOfName(),
        new AnchorsEndOfName(),
        new TakesLineFeedBehindName(),
        new MatchesNameLineByLine(),
        new SearchesNameInPath(),
        new AnchorsStartOfNameInPath(),
        new AnchorsEndOfNameInPath(),
        new TakesLineFeedBehindNameInPath(),
        new MatchesNameInPathLineByLine(),
        new SearchesDefinitionToken(),
        new AnchorsStartOfDefinitionToken(),
        new AnchorsEndOfDefinitionToken(),
        new TakesLineFeedBehindDefinitionToken(),
        new MatchesDefinitionTokenLineByLine(),
        new SearchesRunToken(),
        new AnchorsStartOfRunToken(),
        new AnchorsEndOfRunToken(),
        new TakesLineFeedBehindRunToken(),
        new MatchesRunTokenLineByLine(),
        new SearchesBucket(),
        new AnchorsStartOfBucket(),
        new AnchorsEndOfBucket(),
        new TakesLineFeedBehindBucket(),
        new MatchesBucketLineByLine(),
        new SearchesKeyPrefix(),
        new AnchorsStartOfKeyPrefix(),
        new AnchorsEndOfKeyPrefix(),
        new TakesLineFeedBehindKeyPrefix(),
        new MatchesKeyPrefixLineByLine(),
        new SearchesLogGroup(),
        new AnchorsStartOfLogGroup(),
        new AnchorsEndOfLogGroup(),
        new TakesLineFeedBehindLogGroup(),
        new MatchesLogGroupLineByLine(),
    ];
}

internal sealed class SearchesName() : SearchesForThePattern(TextMember.Name);

internal sealed class AnchorsStartOfName() : AnchorsTheStartAlone(TextMember.Name);

internal sealed class AnchorsEndOfName() : AnchorsTheEndAlone(TextMember.Name);

internal sealed class TakesLineFeedBehindName() : EndsWithADollarSign(TextMember.Name);

internal sealed class MatchesNameLineByLine() : MatchesLineByLine(TextMember.Name);

internal sealed class SearchesNameInPath() : SearchesForThePattern(TextMember.PathName);

internal sealed class AnchorsStartOfNameInPath() : AnchorsTheStartAlone(TextMember.PathName);

internal sealed class AnchorsEndOfNameInPath() : AnchorsTheEndAlone(TextMember.PathName);

internal sealed class TakesLineFeedBehindNameInPath() : EndsWithADollarSign(TextMember.PathName);

internal sealed class MatchesNameInPathLineByLine() : MatchesLineByLine(TextMember.PathName);

internal sealed class SearchesDefinitionToken() : SearchesForThePattern(TextMember.DefinitionToken);

internal sealed class AnchorsStartOfDefinitionToken() : AnchorsTheStartAlone(TextMember.DefinitionToken);

internal sealed class AnchorsEndOfDefinitionToken() : AnchorsTheEndAlone(TextMember.DefinitionToken);

internal sealed class TakesLineFeedBehindDefinitionToken() : EndsWithADollarSign(TextMember.DefinitionToken);

internal sealed class MatchesDefinitionTokenLineByLine() : MatchesLineByLine(TextMember.DefinitionToken);

internal sealed class SearchesRunToken() : SearchesForThePattern(TextMember.RunToken);

internal sealed class AnchorsStartOfRunToken() : AnchorsTheStartAlone(TextMember.RunToken);

internal sealed class AnchorsEndOfRunToken() : AnchorsTheEndAlone(TextMember.RunToken);

internal sealed class TakesLineFeedBehindRunToken() : EndsWithADollarSign(TextMember.RunToken);

internal sealed class MatchesRunTokenLineByLine() : MatchesLineByLine(TextMember.RunToken);

internal sealed class SearchesBucket() : SearchesForThePattern(TextMember.Bucket);

internal sealed class AnchorsStartOfBucket() : AnchorsTheStartAlone(TextMember.Bucket);

internal sealed class AnchorsEndOfBucket() : AnchorsTheEndAlone(TextMember.Bucket);

internal sealed class TakesLineFeedBehindBucket() : EndsWithADollarSign(TextMember.Bucket);

internal sealed class MatchesBucketLineByLine() : MatchesLineByLine(TextMember.Bucket);

internal sealed class SearchesKeyPrefix() : SearchesForThePattern(TextMember.KeyPrefix);

internal sealed class AnchorsStartOfKeyPrefix() : AnchorsTheStartAlone(TextMember.KeyPrefix);

internal sealed class AnchorsEndOfKeyPrefix() : AnchorsTheEndAlone(TextMember.KeyPrefix);

internal sealed class TakesLineFeedBehindKeyPrefix() : EndsWithADollarSign(TextMember.KeyPrefix);

internal sealed class MatchesKeyPrefixLineByLine() : MatchesLineByLine(TextMember.KeyPrefix);

internal sealed class SearchesLogGroup() : SearchesForThePattern(TextMember.LogGroup);

internal sealed class AnchorsStartOfLogGroup() : AnchorsTheStartAlone(TextMember.LogGroup);

internal sealed class AnchorsEndOfLogGroup() : AnchorsTheEndAlone(TextMember.LogGroup);

internal sealed class TakesLineFeedBehindLogGroup() : EndsWithADollarSign(TextMember.LogGroup);

internal sealed class MatchesLogGroupLineByLine() : MatchesLineByLine(TextMember.LogGroup);
