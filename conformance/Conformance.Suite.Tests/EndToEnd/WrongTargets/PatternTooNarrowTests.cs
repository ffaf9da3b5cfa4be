using System.Collections.Immutable;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.WrongTargets;

/// <summary>Targets that refuse what a pattern allows.</summary>
public sealed class PatternTooNarrowTests
{
    private const string Name = "CreateWorkflowDefinition/name";
    private const string PathName = "CreateWorkflowRun/workflowDefinitionName";
    private const string Bucket = "CreateWorkflowDefinition/exportConfig.s3BucketName";
    private const string KeyPrefix = "CreateWorkflowDefinition/exportConfig.s3KeyPrefix";
    private const string LogGroup = "CreateWorkflowRun/logGroupName";
    private const string RunToken = "CreateWorkflowRun/clientToken";

    private static readonly ImmutableArray<Lie> Lies =
    [
        Refusing(
            Name,
            "refuses underscores in a name",
            () => Definition(d => d with { Name = d.Name.Refusing(v => v.Contains('_')) })
        ),
        Refusing(
            Name,
            "refuses a name that begins with a digit",
            () => Definition(d => d with { Name = d.Name.Refusing(v => v.Length > 0 && char.IsDigit(v[0])) })
        ),
        Refusing(
            PathName,
            "refuses underscores in the name of a run's definition",
            () => Correct with { NameInPath = Twists.Refusing(Correct.NameInPath, v => v.Contains('_')) }
        ),
        Refusing(
            RunToken,
            "refuses doubled hyphens in a run's token",
            () =>
                Run(r =>
                    r with
                    {
                        ClientToken = r.ClientToken.Refusing(v => v.Contains("--", StringComparison.Ordinal)),
                    }
                )
        ),
        Refusing(
            LogGroup,
            "refuses dots in a log group's name",
            () => Run(r => r with { LogGroupName = r.LogGroupName.Refusing(v => v.Contains('.')) })
        ),
        Refusing(
            KeyPrefix,
            "refuses parentheses in a key prefix",
            () => Definition(d => d with { S3KeyPrefix = d.S3KeyPrefix.Refusing(v => v.Contains('(')) })
        ),
        Refusing(
            Bucket,
            "refuses dots in a bucket's name",
            () => Definition(d => d with { S3BucketName = d.S3BucketName.Refusing(v => v.Contains('.')) })
        ),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string lie) => Lie.IsSeenThrough(Lies, lie);

    private static Lie Refusing(string member, string says, Func<NovaActBehaviour> tells) =>
        new(says, tells, $"{member}/pattern/accepted")
        {
            Judged = Lie.Around(member),
            // Values at the edges of the length show a pattern's characters as well.
            MayBreak = [$"{member}/m??Length/accepted"],
        };
}
