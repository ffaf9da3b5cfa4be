namespace Conformance.Reports.Tests.Samples;

/// <summary>Which values of dimensions met behaviours: all of them, some, none since they are rejected, none at all.</summary>
internal static class SampleDimensions
{
    public static readonly ImmutableArray<DimensionCoverage> All =
    [
        new(
            "nova-act",
            "CreateWorkflowRun",
            "size",
            Behaviours: 13,
            [
                new("ordinary", "ordinary texts", Met: 13),
                new("over-255-bytes", "texts of more than 255 bytes", Met: 12) { NotMet = ["idempotency/replay"] },
                new("over-4-KiB", "texts of more than 4 KiB", Met: 0),
                new("over-64-KiB", "texts of more than 64 KiB", Met: 0) { Rejected = "413 too large" },
            ]
        ),
    ];

    public static ImmutableArray<DimensionCoverage> Saying(string text) =>
        [
            new(
                text,
                text,
                text,
                Behaviours: 1,
                [new(text, text, Met: 0) { Rejected = text }, new(text, text, Met: 0) { NotMet = [text] }]
            ),
        ];
}
