using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.XUnit.Tests.Rows;

/// <summary>Reports of one verdict or none.</summary>
internal static class SampleReports
{
    public const string Id = "nova-act/CreateWorkflowRun/inputs[].x/maxLength/rejected";

    public static Verdict Of(Level level, Outcome outcome, SkipReason? skip = null) =>
        new(
            new Requirement(
                Id,
                "nova-act",
                "CreateWorkflowRun",
                RequirementGroup.Length,
                level,
                [new Citation("D0", 67, "CreateWorkflowRun")],
                "x longer than 5 characters is rejected",
                []
            ),
            outcome,
            outcome == Outcome.Passed ? null : "it rained",
            3,
            4,
            5
        )
        {
            Skip = skip,
        };

    public static RunReport With(params ImmutableArray<Verdict> verdicts) =>
        new()
        {
            KitVersion = "0.1.0",
            Target = new("http://target.example/", IsEmbedded: false),
            Schemas = [],
            Profile = "smoke",
            Seed = 42,
            RunId = "k7f2aa",
            StartedAt = new DateTimeOffset(2026, 3, 14, 9, 26, 53, TimeSpan.Zero),
            DurationSeconds = 1,
            Parallelism = 4,
            Requests = 9,
            RequestsDigest = "",
            IsStrict = false,
            Request = new()
            {
                Target = "http://target.example/",
                Profile = "standard",
                Seed = 42,
                RunId = "k7f2aa",
            },
            Verdicts = verdicts,
        };
}
