using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>Patterns that let in what they should keep out.</summary>
internal static class Alphabets
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new TakesDotsInName(),
        new TakesSpacesInName(),
        new TakesWordCharactersInName(),
        new TakesAnyDigitsInName(),
        new TakesNameIgnoringCaseOfUnicode(),
        new TakesWideLettersInName(),
        new TrimsName(),
        new TakesWordCharactersInRunToken(),
        new TakesUnderscoresInRunToken(),
        new TakesDotsInDefinitionToken(),
        new TakesHyphenAtEndOfRunToken(),
        new TakesHyphenAtEndOfDefinitionToken(),
        new TakesHyphenAtStartOfRunToken(),
        new TakesHyphenAtStartOfDefinitionToken(),
        new TakesCapitalsInBucket(),
        new TakesUnderscoresInBucket(),
        new TakesHyphenAtEndOfBucket(),
        new TakesDotAtStartOfBucket(),
        new TakesSlashAtEndOfKeyPrefix(),
        new TakesSlashAtStartOfKeyPrefix(),
        new TakesDoubledSlashInKeyPrefix(),
        new TakesSpacesInKeyPrefix(),
        new TakesHashInLogGroup(),
        new TakesColonInLogGroup(),
        new TakesSpacesInLogGroup(),
        new TakesBackslashInLogGroup(),
    ];
}

internal sealed class TakesDotsInName()
    : LetsIn(TextMember.Name, "dots", (v, check) => v.Contains('.') && check(v.Replace('.', '_')) is null);

internal sealed class TakesSpacesInName()
    : LetsIn(TextMember.Name, "spaces", (v, check) => v.Contains(' ') && check(v.Replace(' ', '_')) is null);

internal sealed class TakesWordCharactersInName()
    : LetsIn(TextMember.Name, @"what \w means in Unicode", (v, _) => Regex.IsMatch(v, @"\A[\w-]+\z"));

internal sealed class TakesAnyDigitsInName()
    : LetsIn(TextMember.Name, @"what \d means in Unicode", (v, _) => Regex.IsMatch(v, @"\A[a-zA-Z\d_-]+\z"));

internal sealed class TakesNameIgnoringCaseOfUnicode()
    : LetsIn(
        TextMember.Name,
        "letters that fold to ASCII ones, such as the Kelvin sign,",
        (v, check) => check(v.ToLowerInvariant().Replace('ı', 'i').Replace('ſ', 's')) is null
    );

internal sealed class TakesWideLettersInName()
    : LetsIn(
        TextMember.Name,
        "wide forms of letters and digits",
        (v, check) => v.Any(IsWide) && check(string.Concat(v.Select(c => IsWide(c) ? (char)(c - 0xFEE0) : c))) is null
    )
{
    private static bool IsWide(char c) => c is >= '\uFF01' and <= '\uFF5E';
}

internal sealed class TrimsName()
    : LetsIn(TextMember.Name, "white space around it", (v, check) => v.Trim() != v && check(v.Trim()) is null);

internal sealed class TakesWordCharactersInRunToken()
    : LetsIn(TextMember.RunToken, @"what \w means in Unicode", (v, _) => Regex.IsMatch(v, @"\A\w[\w-]*\w\z"));

internal sealed class TakesUnderscoresInRunToken()
    : LetsIn(TextMember.RunToken, "underscores", (v, check) => v.Contains('_') && check(v.Replace('_', 'a')) is null);

internal sealed class TakesDotsInDefinitionToken()
    : LetsIn(TextMember.DefinitionToken, "dots", (v, check) => v.Contains('.') && check(v.Replace('.', 'a')) is null);

internal sealed class TakesHyphenAtEndOfRunToken()
    : LetsIn(TextMember.RunToken, "a hyphen at the end", (v, check) => v.EndsWith('-') && check(v[..^1] + 'a') is null);

internal sealed class TakesHyphenAtEndOfDefinitionToken()
    : LetsIn(
        TextMember.DefinitionToken,
        "a hyphen at the end",
        (v, check) => v.EndsWith('-') && check(v[..^1] + 'a') is null
    );

internal sealed class TakesHyphenAtStartOfRunToken()
    : LetsIn(
        TextMember.RunToken,
        "a hyphen at the start",
        (v, check) => v.StartsWith('-') && check('a' + v[1..]) is null
    );

internal sealed class TakesHyphenAtStartOfDefinitionToken()
    : LetsIn(
        TextMember.DefinitionToken,
        "a hyphen at the start",
        (v, check) => v.StartsWith('-') && check('a' + v[1..]) is null
    );

internal sealed class TakesCapitalsInBucket()
    : LetsIn(TextMember.Bucket, "capitals", (v, check) => v.All(char.IsAscii) && check(v.ToLowerInvariant()) is null);

internal sealed class TakesUnderscoresInBucket()
    : LetsIn(TextMember.Bucket, "underscores", (v, check) => v.Contains('_') && check(v.Replace('_', 'a')) is null);

internal sealed class TakesHyphenAtEndOfBucket()
    : LetsIn(TextMember.Bucket, "a hyphen at the end", (v, check) => v.EndsWith('-') && check(v[..^1] + 'a') is null);

internal sealed class TakesDotAtStartOfBucket()
    : LetsIn(TextMember.Bucket, "a dot at the start", (v, check) => v.StartsWith('.') && check('a' + v[1..]) is null);

internal sealed class TakesSlashAtEndOfKeyPrefix()
    : LetsIn(TextMember.KeyPrefix, "a slash at the end", (v, check) => v.EndsWith('/') && check(v[..^1]) is null);

internal sealed class TakesSlashAtStartOfKeyPrefix()
    : LetsIn(TextMember.KeyPrefix, "a slash at the start", (v, check) => v.StartsWith('/') && check(v[1..]) is null);

internal sealed class TakesDoubledSlashInKeyPrefix()
    : LetsIn(
        TextMember.KeyPrefix,
        "a doubled slash",
        (v, check) =>
            v.Contains("//", StringComparison.Ordinal) && check(v.Replace("//", "/x", StringComparison.Ordinal)) is null
    );

internal sealed class TakesSpacesInKeyPrefix()
    : LetsIn(TextMember.KeyPrefix, "spaces", (v, check) => v.Contains(' ') && check(v.Replace(' ', '_')) is null);

internal sealed class TakesHashInLogGroup()
    : LetsIn(TextMember.LogGroup, "a hash", (v, check) => check(v.Replace('#', '_')) is null);

internal sealed class TakesColonInLogGroup()
    : LetsIn(TextMember.LogGroup, "a colon", (v, check) => check(v.Replace(':', '_')) is null);

internal sealed class TakesSpacesInLogGroup()
    : LetsIn(TextMember.LogGroup, "spaces", (v, check) => check(v.Replace(' ', '_')) is null);

internal sealed class TakesBackslashInLogGroup()
    : LetsIn(TextMember.LogGroup, "a backslash", (v, check) => check(v.Replace('\\', '/')) is null);
