using Conformance.Reference.Defects;
using Conformance.Reference.Variants;
using Conformance.Reports;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>
/// What careless code makes of a constraint is found in the smallest profile, and shrunk to a value that a person
/// understands at a glance.
/// </summary>
public sealed class LanguageTests
{
    // Names and tokens keep what makes them the run's own: its id and ten characters.
    private const string Own = "e2ekit[0-9a-z]{10}";

    [Theory]
    [InlineData("SearchesName", $@"\A""{Own}[^a-zA-Z0-9_-]""\z")]
    [InlineData("AnchorsStartOfName", $@"\A""{Own}[^a-zA-Z0-9_-]""\z")]
    [InlineData("AnchorsEndOfName", $@"\A""{Own}[^a-zA-Z0-9_-]a""\z")]
    [InlineData("TakesLineFeedBehindName", $@"\A""{Own}\\n""\z")]
    [InlineData("MatchesNameLineByLine", $@"\A""{Own}\\n""\z")]
    [InlineData("TakesNameIgnoringCaseOfUnicode", $@"\A""{Own}[\u212a\u0131\u017f]""\z")]
    [InlineData("TakesWordCharactersInName", $@"\A""{Own}[^\x00-\x7f]""\z")]
    [InlineData("TakesAnyDigitsInName", $@"\A""{Own}[\u0663\uff11]""\z")]
    [InlineData("TakesDotsInName", $@"\A""{Own}\.""\z")]
    [InlineData("TakesCapitalsInBucket", @"\A""[a0]?[a0]?[A-Z][a0]?[a0]?""\z")]
    [InlineData("TakesHyphenAtEndOfRunToken", $@"\A""{Own}a{{16}}-""\z")]
    [InlineData("TakesHyphenAtEndOfDefinitionToken", $@"\A""{Own}a{{16}}-""\z")]
    [InlineData("TakesSlashAtEndOfKeyPrefix", @"\A""[a0]/""\z")]
    [InlineData("AcceptsTooLongName", $@"\A""{Own}a{{25}}""\z")]
    [InlineData("AcceptsTooLongModelId", @"\A""a{101}""\z")]
    [InlineData("ForgetsToLimitRunToken", $@"\A""{Own}a{{241}}""\z")]
    [InlineData("AcceptsEmptyName", @"\A""""\z")]
    [InlineData("AcceptsRunTokenOf32", $@"\A""{Own}a{{16}}""\z")]
    [InlineData("RefusesDotsInLogGroup", @"\A""\.""\z")]
    [InlineData("RefusesSlashAtStartOfLogGroup", @"\A""/""\z")]
    [InlineData("RefusesDoubledHyphensInRunToken", $@"\A""{Own}.{{17}}""\z")]
    public async Task IsFoundAndShrunk(string defect, string smallest)
    {
        var wrong = AllDefects.List.Single(d => d.Name == defect);
        var report = await Judging.Of(
            wrong,
            options => options with { Selection = options.Selection with { Ids = wrong.Breaks } }
        );

        Assert.True(report.Verdicts.Any(v => v.Outcome == Outcome.Failed), report.NotPassed());
        var evidence = report.Verdicts.First(v => v.Outcome == Outcome.Failed).Evidence!;
        Assert.Matches(smallest, evidence.SmallestValue);
        Assert.NotNull(evidence.OriginalValue);
        Assert.Equal(evidence.SmallestValue, evidence.ShrinkPath.LastOrDefault() ?? evidence.OriginalValue);
    }

    [Fact]
    public async Task BytesTakenForCharactersAreObservedAndNotHeldAgainstTheTarget()
    {
        var countsBytes = AllVariants.List.Single(v => v.Name == "CountsBytes");
        var report = await Judging.Of(
            countsBytes,
            options =>
                options with
                {
                    Selection = options.Selection with { Ids = ["nova-act/CreateWorkflowRun/modelId/*"] },
                }
        );

        Assert.Empty(report.Ids(Outcome.Failed));
        var observed = report.Observations.Single(o => o.Id.EndsWith("/long-in-bytes", StringComparison.Ordinal));
        Assert.Equal("R4", observed.Reading);
        Assert.StartsWith("400", observed.Saw, StringComparison.Ordinal);
    }
}
