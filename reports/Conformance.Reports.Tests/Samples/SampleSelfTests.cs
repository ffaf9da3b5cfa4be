using Conformance.Reports.SelfTest;
using Conformance.Schemas;

namespace Conformance.Reports.Tests.Samples;

internal static class SampleSelfTests
{
    public const string TooLong = "nova-act/CreateWorkflowRun/modelId/maxLength/rejected";
    public const string Status = "nova-act/CreateWorkflowRun/response/status-code";

    /// <summary>A mutant that each trial killed after so many requests; after none for one that it survived.</summary>
    public static MutantResult Mutant(string name, params int?[] afterRequests) =>
        new(
            name,
            "nova-act",
            "takes 101 characters",
            [TooLong],
            1,
            [.. afterRequests.Select((after, n) => MutantTrial(n + 1, after))]
        );

    public static MutantTrial MutantTrial(long seed, int? afterRequests, Aim aim = Aim.Broken) =>
        afterRequests is { } after
            ? new(seed, 900, [new Kill(TooLong, after, aim)], [])
            : new(seed, 900, [], [TooLong]);

    public static VariantResult Variant(string name, params Accusation[] accusations) =>
        new(
            name,
            "nova-act",
            "counts in bytes",
            "R4",
            [
                new(
                    1,
                    800,
                    accusations.Length == 0 ? ConclusionKind.Conformant : ConclusionKind.NotConformant,
                    [.. accusations]
                ),
            ]
        );

    /// <summary>A report in which everything occurs.</summary>
    public static SelfTestReport WithEverything(string text = "text") =>
        Of(
            [
                Mutant("AcceptsTooLongModelId", 12, 20),
                Mutant("ShowsRarely", 12, null) with
                {
                    ShowsOnceIn = 20,
                    MaySurviveBecause = text,
                },
                Mutant("Forgotten", null, null) with
                {
                    Says = text,
                },
                Mutant("SeenByChance") with
                {
                    Trials = [MutantTrial(1, 7, Aim.Beside) with { Unnoticed = [TooLong], Errored = [Status] }],
                },
            ],
            [Variant("CountsBytes"), Variant("Accused", new Accusation(Status, text))]
        ) with
        {
            Without = ["*/disputed/*"],
            IsPartial = true,
            Parts = [new("maxLength/rejected", [], ["AcceptsTooLongModelId"]), new(text, [], [])],
        };

    public static SelfTestReport Of(ImmutableArray<MutantResult> mutants, ImmutableArray<VariantResult> variants) =>
        new()
        {
            KitVersion = "0.1.0",
            Profile = "smoke",
            Seeds = [1, 2],
            StartedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            DurationSeconds = 61.5,
            Parallelism = 4,
            Command = "./run-conformance.sh selftest",
            Mutants = mutants,
            Variants = variants,
            Requirements =
            [
                new(TooLong, Level.Must, "modelId of more than 100 characters is rejected.", ["AcceptsTooLongModelId"]),
                new(Status, Level.Should, "An accepted run gets 201.", []) { UnfailedBecause = "it is a sample" },
            ],
        };
}
