using System.Runtime.CompilerServices;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;

namespace Conformance.Cli.Tests.Prove;

/// <summary>The guide says what there is.</summary>
public sealed class KillMatrixGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Here(), "..", "..", "docs", "kill-matrix.md"));

    [Fact]
    public void ItCountsTheImplementations() =>
        Assert.Contains(
            $"There are {AllMutants.List.Length} wrong implementations (Nova Act, InvokeFlow, Pennsieve) and {AllVariants.List.Length} right ones.",
            Guide,
            StringComparison.Ordinal
        );

    [Fact]
    public void ItNamesEverySurvivorWithTheProfilesAndTheReason() =>
        Assert.All(
            Survivors.List,
            s =>
                Assert.Contains(
                    $"| `{s.Mutant}` | {string.Join(", ", s.Profiles)} | {s.Because} |",
                    Guide,
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void ItNamesEveryRequirementThatNothingFails() =>
        Assert.All(Unfailable.List, u => Assert.Contains($"| `{u.Requirement}` |", Guide, StringComparison.Ordinal));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
