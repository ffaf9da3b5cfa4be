using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Conformance.Reference.Mutants;
using Conformance.Reports.Text;

namespace Conformance.SelfTest.Tests;

/// <summary>The guide is as fresh as what it tells of.</summary>
public sealed class SelfTestGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Here(), "..", "docs", "self-test.md"));

    // The one that CI runs; the guide says that those of the larger ones may be older.
    private const string Profile = "smoke";

    public static TheoryData<string?> ApisAndAll => [.. AllMutants.List.Select(m => m.Api).Distinct(), (string?)null];

    [Theory]
    [MemberData(nameof(ApisAndAll))]
    public void ItCountsWhatThereIs(string? api)
    {
        var (mutants, variants, requirements) = SelfTestGuide.CountsOf(api, Judges.Everything);
        Assert.True(
            Regex.IsMatch(
                MarkedBlock.In(Guide, Profile) ?? "",
                $@"\| {api ?? "all"} \| \d+ of {mutants} \| \d+ of \d+ \| \d+ of {variants} \| (?:\d+ of {requirements}|–) \|"
            ),
            $"expected {mutants} mutants, {variants} variants and {requirements} requirements of {api ?? "all"}; run ./run-conformance.sh selftest "
                + $"--profile {Profile} --figures {SelfTestGuide.File}"
        );
    }

    [Fact]
    public void ItNamesEverySurvivorWithItsReason() =>
        Assert.Equal(SelfTestGuide.SurvivorsTable(), MarkedBlock.In(Guide, SelfTestGuide.SurvivorsBlock));

    [Fact]
    public void ItNamesEveryRequirementThatNoMutantFails() =>
        Assert.Equal(SelfTestGuide.UnfailableTable(), MarkedBlock.In(Guide, SelfTestGuide.UnfailableBlock));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
