using System.Collections.Immutable;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.WrongTargets;

/// <summary>Targets that draw one limit of one member one character off.</summary>
public sealed class LengthTests
{
    private static readonly ImmutableArray<Lie> Lies =
    [
        .. Of("CreateWorkflowDefinition/name", 1, 40, c => Definition(d => d with { Name = c(d.Name) })),
        .. Of(
            "CreateWorkflowDefinition/description",
            1,
            4000,
            c => Definition(d => d with { Description = c(d.Description) })
        ),
        .. Of(
            "CreateWorkflowDefinition/exportConfig.s3BucketName",
            3,
            63,
            c => Definition(d => d with { S3BucketName = c(d.S3BucketName) })
        ),
        .. Of(
            "CreateWorkflowDefinition/exportConfig.s3KeyPrefix",
            1,
            100,
            c => Definition(d => d with { S3KeyPrefix = c(d.S3KeyPrefix) })
        ),
        .. Of(
            "CreateWorkflowDefinition/clientToken",
            33,
            256,
            c => Definition(d => d with { ClientToken = c(d.ClientToken) })
        ),
        .. Of("CreateWorkflowRun/modelId", 1, 100, c => Run(r => r with { ModelId = c(r.ModelId) })),
        .. Of("CreateWorkflowRun/clientToken", 33, 256, c => Run(r => r with { ClientToken = c(r.ClientToken) })),
        .. Of("CreateWorkflowRun/logGroupName", 1, 512, c => Run(r => r with { LogGroupName = c(r.LogGroupName) })),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string lie) => Lie.IsSeenThrough(Lies, lie);

    private static IEnumerable<Lie> Of(
        string member,
        int min,
        int max,
        Func<Func<Member<string>, Member<string>>, NovaActBehaviour> with
    )
    {
        Lie[] lies =
        [
            new(
                $"accepts {member} of {max + 1}",
                () => with(m => m.Taking(v => v.Length == max + 1 && m.Check(v.Remove(max - 1, 1)) is null)),
                $"{member}/maxLength/rejected"
            ),
            new(
                $"refuses {member} of {max}",
                () => with(m => m.Refusing(v => v.Length == max)),
                $"{member}/maxLength/accepted"
            )
            {
                // Some values that show every legal character are as long as can be.
                MayBreak = [$"{member}/pattern/accepted"],
            },
            new(
                $"accepts {member} of {min - 1}",
                () => with(m => m.Taking(v => v.Length == min - 1 && m.Check(v + "a") is null)),
                $"{member}/minLength/rejected"
            ),
            new(
                $"refuses {member} of {min}",
                () => with(m => m.Refusing(v => v.Length == min)),
                $"{member}/minLength/accepted"
            )
            {
                // An ordinary value may be as short as can be.
                MayBreak = [$"{member}/type/accepted"],
            },
        ];
        return lies.Select(lie => lie with { Judged = Lie.Around(member) });
    }
}
