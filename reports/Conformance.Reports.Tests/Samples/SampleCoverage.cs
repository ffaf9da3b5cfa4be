namespace Conformance.Reports.Tests.Samples;

/// <summary>What runs tried: every side and every standing.</summary>
internal static class SampleCoverage
{
    public static readonly ImmutableArray<ConstraintCoverage> All =
    [
        new(
            "nova-act",
            "CreateWorkflowRun",
            "modelId",
            "maxLength",
            "has at most 100 characters",
            [
                Tried(CoverageSide.Inside, "at-the-limit", "the last legal length", "length-100"),
                Tried(CoverageSide.Outside, "one-beyond", "one character beyond the limit", "length-101"),
                Tried(CoverageSide.Outside, "random", "random values", "random-1", "random-2", "random-3", "random-4"),
                Tried(CoverageSide.Disputed, "long-in-bytes", "100 characters of several bytes", "long-in-bytes") with
                {
                    Interpretation = "R4",
                },
            ]
        ),
        new(
            "nova-act",
            "CreateWorkflowRun",
            "clientToken",
            "pattern",
            "matches [a-zA-Z0-9](-*[a-zA-Z0-9]){0,256}",
            [
                None(CoverageSide.Outside, "alone", "nothing but one character", CoverageStanding.NoSuchValue) with
                {
                    WhyNone = "such a value breaks minLength as well",
                },
                None(CoverageSide.Inside, "run", "separators in a row", CoverageStanding.NotTried) with
                {
                    WhyNone = "its requirement was skipped: the request is rejected with an ordinary value as well",
                },
            ]
        ),
        new(
            "bedrock-flows",
            "InvokeFlow",
            "inputs",
            "required",
            "is there",
            [Tried(CoverageSide.Outside, "missing", "without inputs", "missing") with { Example = null }]
        ),
    ];

    public static ImmutableArray<ConstraintCoverage> Saying(string text) =>
        [
            new(
                text,
                text,
                text,
                text,
                text,
                [
                    Tried(CoverageSide.Inside, text, text, text) with
                    {
                        Example = text,
                    },
                    None(CoverageSide.Outside, text, text, CoverageStanding.NotTried) with
                    {
                        WhyNone = text,
                    },
                    None(CoverageSide.Outside, text, text, CoverageStanding.NoSuchValue) with
                    {
                        WhyNone = text,
                    },
                    Tried(CoverageSide.Disputed, text, text, text) with
                    {
                        Interpretation = text,
                    },
                ]
            ),
        ];

    private static ClassCoverage Tried(CoverageSide side, string name, string says, params string[] labels) =>
        new(side, name, says, CoverageStanding.Tried, labels.Length) { Labels = [.. labels], Example = "\"aaaa\"" };

    private static ClassCoverage None(CoverageSide side, string name, string says, CoverageStanding standing) =>
        new(side, name, says, standing, 0);
}
