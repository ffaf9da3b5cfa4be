using System.Collections.Immutable;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>Patterns that keep out what they should let in.</summary>
internal static class NarrowAlphabets
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new RefusesUnderscoresInName(),
        new RefusesDigitAtStartOfName(),
        new RefusesHyphenAtStartOfName(),
        new RefusesCapitalsInName(),
        new RefusesUnderscoresInPath(),
        new RefusesCapitalsInPath(),
        new RefusesDoubledHyphensInRunToken(),
        new RefusesCapitalsInRunToken(),
        new RefusesDigitAtStartOfDefinitionToken(),
        new RefusesDoubledHyphensInDefinitionToken(),
        new RefusesDotsInLogGroup(),
        new RefusesSlashAtStartOfLogGroup(),
        new RefusesHyphensInLogGroup(),
        new RefusesParenthesesInKeyPrefix(),
        new RefusesSlashesInKeyPrefix(),
        new RefusesApostrophesInKeyPrefix(),
        new RefusesDotsInBucket(),
        new RefusesDoubledHyphensInBucket(),
    ];
}

internal sealed class RefusesUnderscoresInName() : KeepsOut(TextMember.Name, "underscores", v => v.Contains('_'));

internal sealed class RefusesDigitAtStartOfName()
    : KeepsOut(TextMember.Name, "a digit at the start", v => v.Length > 0 && char.IsDigit(v[0]));

internal sealed class RefusesHyphenAtStartOfName()
    : KeepsOut(TextMember.Name, "a hyphen at the start", v => v.StartsWith('-'));

internal sealed class RefusesCapitalsInName()
    : KeepsOut(TextMember.Name, "capitals", v => v.Any(char.IsAsciiLetterUpper));

internal sealed class RefusesUnderscoresInPath()
    : KeepsOut(TextMember.PathNameAlone, "underscores", v => v.Contains('_'));

internal sealed class RefusesCapitalsInPath()
    : KeepsOut(TextMember.PathNameAlone, "capitals", v => v.Any(char.IsAsciiLetterUpper));

internal sealed class RefusesDoubledHyphensInRunToken()
    : KeepsOut(TextMember.RunToken, "doubled hyphens", v => v.Contains("--", StringComparison.Ordinal));

internal sealed class RefusesCapitalsInRunToken()
    : KeepsOut(TextMember.RunToken, "capitals", v => v.Any(char.IsAsciiLetterUpper));

internal sealed class RefusesDigitAtStartOfDefinitionToken()
    : KeepsOut(TextMember.DefinitionToken, "a digit at the start", v => v.Length > 0 && char.IsAsciiDigit(v[0]));

internal sealed class RefusesDoubledHyphensInDefinitionToken()
    : KeepsOut(TextMember.DefinitionToken, "doubled hyphens", v => v.Contains("--", StringComparison.Ordinal));

internal sealed class RefusesDotsInLogGroup() : KeepsOut(TextMember.LogGroup, "dots", v => v.Contains('.'));

internal sealed class RefusesSlashAtStartOfLogGroup()
    : KeepsOut(TextMember.LogGroup, "a slash at the start", v => v.StartsWith('/'));

internal sealed class RefusesHyphensInLogGroup() : KeepsOut(TextMember.LogGroup, "hyphens", v => v.Contains('-'));

internal sealed class RefusesParenthesesInKeyPrefix()
    : KeepsOut(TextMember.KeyPrefix, "parentheses", v => v.Contains('('));

internal sealed class RefusesSlashesInKeyPrefix() : KeepsOut(TextMember.KeyPrefix, "slashes", v => v.Contains('/'));

internal sealed class RefusesApostrophesInKeyPrefix()
    : KeepsOut(TextMember.KeyPrefix, "apostrophes", v => v.Contains('\''));

internal sealed class RefusesDotsInBucket() : KeepsOut(TextMember.Bucket, "dots", v => v.Contains('.'));

internal sealed class RefusesDoubledHyphensInBucket()
    : KeepsOut(TextMember.Bucket, "doubled hyphens", v => v.Contains("--", StringComparison.Ordinal));
