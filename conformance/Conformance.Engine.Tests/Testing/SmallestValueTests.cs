using System.Text.RegularExpressions;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Generators;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Engine.Tests.Testing;

/// <summary>
/// What careless code makes of a constraint is found in the smallest profile, and shrunk to a value that a person
/// understands at a glance.
/// </summary>
public sealed class SmallestValueTests
{
    // Names and tokens keep what makes them the run's own: its id and ten characters.
    private const string Own = "e2ekit[0-9a-z]{10}";

    private static readonly ValueSource Values = new();

    /// <param name="mutant">Name of the wrong implementation.</param>
    /// <param name="smallest">What the smallest value looks like between its quotes.</param>
    [Theory]
    [InlineData("SearchesName", $@"{Own}[^a-zA-Z0-9_-]")]
    [InlineData("AnchorsStartOfName", $@"{Own}[^a-zA-Z0-9_-]")]
    [InlineData("AnchorsEndOfName", $@"{Own}[^a-zA-Z0-9_-]a")]
    [InlineData("TakesLineFeedBehindName", $@"{Own}\\n")]
    [InlineData("MatchesNameLineByLine", $@"{Own}\\n")]
    [InlineData("TakesNameIgnoringCaseOfUnicode", $@"{Own}[\u212a\u0131\u017f]")]
    [InlineData("TakesWordCharactersInName", $@"{Own}[^\x00-\x7f]")]
    [InlineData("TakesAnyDigitsInName", $@"{Own}[\u0663\uff11]")]
    [InlineData("TakesDotsInName", $@"{Own}\.")]
    [InlineData("TakesCapitalsInBucket", @"[a0]?[a0]?[A-Z][a0]?[a0]?")]
    [InlineData("TakesHyphenAtEndOfRunToken", $@"{Own}a{{16}}-")]
    [InlineData("TakesHyphenAtEndOfDefinitionToken", $@"{Own}a{{16}}-")]
    [InlineData("TakesSlashAtEndOfKeyPrefix", @"[a0]/")]
    [InlineData("AcceptsTooLongName", $@"{Own}a{{25}}")]
    [InlineData("AcceptsTooLongModelId", "a{101}")]
    [InlineData("ForgetsToLimitRunToken", $@"{Own}a{{241}}")]
    [InlineData("AcceptsEmptyName", "")]
    [InlineData("AcceptsRunTokenOf32", $@"{Own}a{{16}}")]
    [InlineData("RejectsDotsInLogGroup", @"\.")]
    [InlineData("RejectsSlashAtStartOfLogGroup", "/")]
    [InlineData("RejectsDoubledHyphensInRunToken", $@"{Own}.{{17}}")]
    [InlineData("RejectsDotsAloneInLogGroup", @"\.")]
    [InlineData("RejectsDigitsAloneInLogGroup", "0")]
    [InlineData("RejectsHyphensAloneInLogGroup", "-")]
    [InlineData("RejectsDoubledSlashInLogGroup", "//")]
    [InlineData("RejectsSlashAtEndOfLogGroup", "/")]
    [InlineData("RejectsUnderscoresInLogGroup", "_")]
    [InlineData("TrimsBeforeCheckingName", $@"{Own}\\t|\\t{Own}| {Own}|{Own} ")]
    [InlineData("CutsAtNulBeforeCheckingName", $@"{Own}\\u0000a?")]
    [InlineData("ComposesBeforeCheckingName", $"{Own}[^a-z]")]
    [InlineData("UnquotesBeforeCheckingName", $@"{Own}(\\u0022|\\""|')")]
    [InlineData("TrimsSlashesBeforeCheckingName", $"/{Own}|{Own}/")]
    [InlineData("TrimsDotsBeforeCheckingName", $@"{Own}\.")]
    [InlineData("DecodesPercentSignsBeforeCheckingName", $"{Own}%[46][1a]")]
    [InlineData("DropsPlusSignsBeforeCheckingName", $@"{Own}(\+|\\u002B)")]
    [InlineData("MeasuresDescriptionTrimmed", "a{4000} ")]
    [InlineData("MeasuresModelIdTrimmed", "a{100} ")]
    public async Task IsFoundAndShrunk(string mutant, string smallest)
    {
        var wrong = AllMutants.List.Single(m => m.Name == mutant);
        var report = await KitRuns.Of(
            wrong,
            options => options with { Selection = options.Selection with { Ids = wrong.Breaks } }
        );

        Assert.True(report.Verdicts.Any(v => v.Outcome == Outcome.Failed), report.NotPassed());
        // What a program reads is what was written: the first value, the smallest, and the way from the one to the other.
        var verdict = ResultsJson
            .Read(ResultsJson.Write(report), "results.json")
            .Verdicts.First(v => v.Outcome == Outcome.Failed);
        var evidence = verdict.Evidence!;
        Assert.Matches($@"\A""(?:{smallest})""\z", evidence.SmallestValue);
        Assert.NotNull(evidence.OriginalValue);
        Assert.Equal(evidence.SmallestValue, evidence.ShrinkPath.LastOrDefault() ?? evidence.OriginalValue);
        Assert.All(
            evidence.ShrinkPath.Prepend(evidence.OriginalValue),
            value => ShowsTheSame(verdict.Requirement, value)
        );
        IsReadable(evidence.SmallestValue!);
    }

    /// <summary>On the way, the value breaks the same constraint by every interpretation; or it is legal all the way.</summary>
    private static void ShowsTheSame(Requirement requirement, string value)
    {
        var member = KitRuns
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
        var report = await KitRuns.Of(
            countsBytes,
            options =>
                options with
                {
                    Profile = Profile.Standard,
                    Selection = options.Selection with { Ids = ["nova-act/CreateWorkflowRun/modelId/*"] },
                }
        );

        Assert.Empty(report.Ids(Outcome.Failed));
        var observed = report.Observations.Single(o => o.Id.EndsWith("/long-in-bytes", StringComparison.Ordinal));
        Assert.Equal("R4", observed.Interpretation);
        Assert.StartsWith("400", observed.Saw, StringComparison.Ordinal);
    }
}
