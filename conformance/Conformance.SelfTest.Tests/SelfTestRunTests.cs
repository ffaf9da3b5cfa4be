using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports.SelfTest;

namespace Conformance.SelfTest.Tests;

public sealed class SelfTestRunTests
{
    private const string Mutant = "AcceptsTooLongName";
    private const string TooLong = "nova-act/CreateWorkflowDefinition/name/maxLength/rejected";

    [Fact]
    public async Task EachImplementationIsJudgedOnceWithEachSeed()
    {
        var report = await Run(new() { Only = [Mutant, "CountsBytes"], Seeds = [1, 2] });
        Assert.Equal([1, 2], Assert.Single(report.Mutants).Trials.Select(t => t.Seed));
        Assert.Equal([1, 2], Assert.Single(report.Variants).Trials.Select(t => t.Seed));
        Assert.True(SelfTestFigures.Of(report).IsPassed);
        Assert.Equal([Mutant], report.Requirements.Single(r => r.Id == TooLong).FailedBy);
    }

    [Fact]
    public async Task TheReportLeadsToTheRow()
    {
        var report = await Run(new() { Only = [Mutant], IsUntilKilled = true });
        Assert.Equal(
            "conformance/Conformance.Reference/Mutants/NovaAct/TextLengths.cs",
            Assert.Single(report.Mutants).File
        );
    }

    [Fact]
    public async Task WithoutWhatNoticesItAMutantSurvives()
    {
        var report = await Run(
            new()
            {
                Only = [Mutant],
                Without = ["*/maxLength/rejected"],
                IsUntilKilled = true,
            }
        );
        Assert.Equal(Fate.Survived, Assert.Single(report.Mutants).Fate);
        Assert.DoesNotContain(report.Requirements, r => r.Id == TooLong);
        Assert.False(SelfTestFigures.Of(report).IsPassed);
    }

    /// <summary>What the parts say was worked out is what happens where they are really left out.</summary>
    [Theory]
    [InlineData("AcceptsTooLongModelId", "maxLength/rejected")]
    [InlineData("ReturnsTwoHundred", "response/status-code")]
    [InlineData("SignsAnotherBody", "pennsieve webhook/signature-valid")]
    [InlineData("FlipsBitInChecksum", "bedrock-flows stream/frames")]
    public async Task APartThatIsLeftOutLeavesTheSurvivorsThatWereWorkedOut(string name, string part)
    {
        var with = await Run(new() { Only = [name] });
        var workedOut = Parts.Of(Judges.Everything, with.Mutants).Single(p => p.Name == part);
        var without = await Run(new() { Only = [name], Without = [.. Parts.Of(Judges.Everything)[part]] });
        var trial = Assert.Single(Assert.Single(without.Mutants).Trials);
        Assert.Equal([name], workedOut.NoticedAlone);
        Assert.NotEmpty(trial.Unnoticed);
        Assert.Equal(workedOut.Survivors.Contains(name), trial.Fate == Fate.Survived);
    }

    private static Task<SelfTestReport> Run(SelfTestRequest request) =>
        new SelfTestRun(request, Judges.Everything, Judges.Values, TimeProvider.System).Run(
            AllMutants.List,
            AllVariants.List,
            TestContext.Current.CancellationToken
        );
}
