using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.WrongTargets;

/// <summary>Targets that read a pattern as careless code does.</summary>
public sealed class PatternTests
{
    private const string Name = "CreateWorkflowDefinition/name";
    private const string PathName = "CreateWorkflowRun/workflowDefinitionName";
    private const string Bucket = "CreateWorkflowDefinition/exportConfig.s3BucketName";
    private const string KeyPrefix = "CreateWorkflowDefinition/exportConfig.s3KeyPrefix";
    private const string LogGroup = "CreateWorkflowRun/logGroupName";
    private const string RunToken = "CreateWorkflowRun/clientToken";
    private const string DefinitionToken = "CreateWorkflowDefinition/clientToken";

    private const string NamePattern = "[a-zA-Z0-9_-]{1,40}";
    private const string TokenPattern = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,256}";
    private const string BucketPattern = "[a-z0-9][a-z0-9.-]*[a-z0-9]";
    private const string LogGroupPattern = "[a-zA-Z0-9_/.-]+";

    private static readonly ImmutableArray<Lie> Lies =
    [
        .. ReadingOf(Name, NamePattern, 1, 40, c => Definition(d => d with { Name = d.Name with { Check = c } })),
        .. ReadingOf(
            PathName,
            NamePattern,
            1,
            40,
            c => Definition(d => d with { Name = d.Name with { Check = c } }) with { NameInPath = c }
        ),
        .. ReadingOf(
            DefinitionToken,
            TokenPattern,
            33,
            256,
            c => Definition(d => d with { ClientToken = d.ClientToken with { Check = c } })
        ),
        .. ReadingOf(
            RunToken,
            TokenPattern,
            33,
            256,
            c => Run(r => r with { ClientToken = r.ClientToken with { Check = c } })
        ),
        .. ReadingOf(
            Bucket,
            BucketPattern,
            3,
            63,
            c => Definition(d => d with { S3BucketName = d.S3BucketName with { Check = c } })
        ),
        .. ReadingOf(
            LogGroup,
            LogGroupPattern,
            1,
            512,
            c => Run(r => r with { LogGroupName = r.LogGroupName with { Check = c } })
        ),
        Breaking(
            Name,
            "takes dots in a name",
            () =>
                Definition(d =>
                    d with
                    {
                        Name = d.Name.Taking(v => IsShort(v, 40) && d.Name.Check(v.Replace('.', '_')) is null),
                    }
                )
        ),
        Breaking(
            Name,
            @"takes \w in a name",
            () =>
                Definition(d => d with { Name = d.Name.Taking(v => IsShort(v, 40) && Regex.IsMatch(v, @"\A[\w-]+\z")) })
        ),
        Breaking(
            RunToken,
            @"takes \w in a run's token",
            () =>
                Run(r =>
                    r with
                    {
                        ClientToken = r.ClientToken.Taking(v =>
                            IsShort(v, 256) && v.Length > 32 && Regex.IsMatch(v, @"\A\w[\w-]*\w\z")
                        ),
                    }
                )
        ),
        Breaking(
            RunToken,
            "takes a hyphen at the end of a run's token",
            () =>
                Run(r =>
                    r with
                    {
                        ClientToken = r.ClientToken.Taking(v =>
                            v.EndsWith('-') && r.ClientToken.Check(v[..^1] + 'a') is null
                        ),
                    }
                )
        ),
        Breaking(
            DefinitionToken,
            "takes a hyphen at the end of a definition's token",
            () =>
                Definition(d =>
                    d with
                    {
                        ClientToken = d.ClientToken.Taking(v =>
                            v.EndsWith('-') && d.ClientToken.Check(v[..^1] + 'a') is null
                        ),
                    }
                )
        ),
        Breaking(
            RunToken,
            "takes a hyphen at the start of a run's token",
            () =>
                Run(r =>
                    r with
                    {
                        ClientToken = r.ClientToken.Taking(v =>
                            v.StartsWith('-') && r.ClientToken.Check('a' + v[1..]) is null
                        ),
                    }
                )
        ),
        Breaking(
            Bucket,
            "takes capitals in a bucket's name",
            () =>
                Definition(d =>
                    d with
                    {
                        S3BucketName = d.S3BucketName.Taking(v =>
                            Regex.IsMatch(v, $@"\A(?:{BucketPattern})\z", RegexOptions.IgnoreCase)
                            && v.Length is >= 3 and <= 63
                        ),
                    }
                )
        ),
        Breaking(
            Bucket,
            "takes a hyphen at the end of a bucket's name",
            () =>
                Definition(d =>
                    d with
                    {
                        S3BucketName = d.S3BucketName.Taking(v =>
                            v.EndsWith('-') && d.S3BucketName.Check(v[..^1] + 'a') is null
                        ),
                    }
                )
        ),
        Breaking(
            KeyPrefix,
            "takes a slash at the end of a key prefix",
            () =>
                Definition(d =>
                    d with
                    {
                        S3KeyPrefix = d.S3KeyPrefix.Taking(v =>
                            v.EndsWith('/') && IsShort(v, 100) && d.S3KeyPrefix.Check(v[..^1]) is null
                        ),
                    }
                )
        ),
        Breaking(
            KeyPrefix,
            "takes a slash at the start of a key prefix",
            () =>
                Definition(d =>
                    d with
                    {
                        S3KeyPrefix = d.S3KeyPrefix.Taking(v =>
                            v.StartsWith('/') && IsShort(v, 100) && d.S3KeyPrefix.Check(v[1..]) is null
                        ),
                    }
                )
        ),
        Breaking(
            KeyPrefix,
            "takes a doubled slash in a key prefix",
            () =>
                Definition(d =>
                    d with
                    {
                        S3KeyPrefix = d.S3KeyPrefix.Taking(v =>
                            v.Contains("//", StringComparison.Ordinal)
                            && d.S3KeyPrefix.Check(v.Replace("//", "/x", StringComparison.Ordinal)) is null
                        ),
                    }
                )
        ),
        Breaking(
            LogGroup,
            "takes a hash in a log group's name",
            () =>
                Run(r =>
                    r with
                    {
                        LogGroupName = r.LogGroupName.Taking(v => r.LogGroupName.Check(v.Replace('#', '_')) is null),
                    }
                )
        ),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string lie) => Lie.IsSeenThrough(Lies, lie);

    private static IEnumerable<Lie> ReadingOf(
        string member,
        string pattern,
        int min,
        int max,
        Func<Check<string>, NovaActBehaviour> with
    ) =>
        from way in ((string Says, string Pattern)[])
            [
                ("looks for the pattern anywhere in", pattern),
                ("anchors only the start of the pattern of", $@"\A(?:{pattern})"),
                ("anchors only the end of the pattern of", $@"(?:{pattern})\z"),
                ("ends with a dollar sign the pattern of", $"^(?:{pattern})$"),
                ("matches line by line the pattern of", $"(?m)^(?:{pattern})$"),
            ]
        select Breaking(member, $"{way.Says} {member}", () => with(Matching(way.Pattern, min, max)));

    private static Check<string> Matching(string pattern, int min, int max) =>
        value =>
            value.Length >= min && value.Length <= max && Regex.IsMatch(value, pattern)
                ? null
                : "expected another value";

    private static Lie Breaking(string member, string says, Func<NovaActBehaviour> tells) =>
        new(says, tells, $"{member}/pattern/rejected") { Judged = Lie.Around(member) };

    private static bool IsShort(string value, int max) => value.Length <= max && value.Length > 0;
}
