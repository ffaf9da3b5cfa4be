using System.Text.RegularExpressions;
using Conformance.Generators;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>
/// What careless code makes of a constraint is found in the smallest profile, and shrunk to a value that a person
/// understands at a glance.
/// </summary>
public sealed class LanguageTests
{
    // Names and tokens keep what makes them the run's own: its id and ten characters.
    private const string Own = "e2ekit[0-9a-z]{10}";

    private static readonly ValueSource Values = new();

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
        var wrong = AllMutants.List.Single(d => d.Name == defect);
        var report = await Judging.Of(
            wrong,
            options => options with { Selection = options.Selection with { Ids = wrong.Breaks } }
        );

        Assert.True(report.Verdicts.Any(v => v.Outcome == Outcome.Failed), report.NotPassed());
        // What a program reads is what was written: the first value, the smallest, and the way from the one to the other.
        var verdict = ResultsJson
            .Read(ResultsJson.Write(report), "results.json")
            .Verdicts.First(v => v.Outcome == Outcome.Failed);
        var evidence = verdict.Evidence!;
        Assert.Matches(smallest, evidence.SmallestValue);
        Assert.NotNull(evidence.OriginalValue);
        Assert.Equal(evidence.SmallestValue, evidence.ShrinkPath.LastOrDefault() ?? evidence.OriginalValue);
        Assert.All(
            evidence.ShrinkPath.Prepend(evidence.OriginalValue),
            value => ShowsTheSame(verdict.Requirement, value)
        );
        IsReadable(evidence.SmallestValue!);
    }

    /// <summary>On the way, the value breaks the same constraint by every reading; or it is legal all the way.</summary>
    private static void ShowsTheSame(Requirement requirement, string value)
    {
        var member = Judging
            .Everything.SelectMany(planned => planned.Api.Documented)
            .Where(operation => operation.Id == requirement.Operation)
            .SelectMany(operation => operation.RequestMembers())
            .Single(m => m.Path == requirement.Member);
        var broken = member
            .Constraints.Where(c => Values.PositionsOn(member, c).All(p => !p.Accepts(JsonValue.Parse(value))))
            .Select(c => c.Keyword)
            .ToList();
        var keyword = requirement.Id.Split('/')[^2];
        if (requirement.Id.EndsWith("/accepted", StringComparison.Ordinal))
            Assert.Empty(broken);
        else
            Assert.Contains(keyword, broken);
    }

    /// <summary>Few different characters behind what makes the value unique, and at most one that is odd.</summary>
    private static void IsReadable(string json)
    {
        var text = Regex.Replace(((JsonText)JsonValue.Parse(json)).Value, Own, "");
        Assert.InRange(text.Distinct().Count(), 0, 4);
        Assert.InRange(text.Count(c => !char.IsAsciiLetterOrDigit(c)), 0, 2);
        Assert.True(text.Length <= 6 || text.Count(c => c == 'a') >= text.Length - 6, json);
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
