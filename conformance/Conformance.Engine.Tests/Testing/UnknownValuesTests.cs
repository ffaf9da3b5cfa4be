using Conformance.Engine.Configuration;
using Conformance.Engine.Tests.Running;
using Conformance.Reference;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Testing;

/// <summary>What a rejection names as missing decides whom it is held against, and what the advice is about (interpretation R24).</summary>
public sealed class UnknownValuesTests
{
    private const string Run = "nova-act/CreateWorkflowRun/";

    [Fact]
    public async Task ATargetThatDoesNotFindTheDefinitionsItMadeIsNotExcusedByTheModel()
    {
        var report = await Judge(AllMutants.List.Single(m => m.Name == "DoesNotFindDefinitionsThatItMade"));
        Assert.Equal(1, report.ExitCode());
        Assert.Contains("CreateWorkflowRun/request/required-only/accepted", report.Ids(Outcome.Failed));
    }

    [Fact]
    public async Task WhereNothingSaysWhatIsMissingItMayBeTheModel()
    {
        var report = await Judge(AllVariants.List.Single(v => v.Name == "DoesNotFindModels"));
        Assert.Equal(3, report.ExitCode());
        Assert.Contains(
            "the fixture modelId",
            report.ReasonOf(Run + "request/required-only/accepted"),
            StringComparison.Ordinal
        );
        Assert.Contains("the fixture modelId", Conclusion.Of(report).Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("logGroupName/minLength/accepted")]
    [InlineData("logGroupName/maxLength/rejected")]
    [InlineData("request/all-members/accepted")]
    public async Task ALogGroupThatIsLookedUpIsWhatTheConfigurationHasToName(string requirement)
    {
        var report = await Judge(AllVariants.List.Single(v => v.Name == "NamesTheLogGroupThatItDoesNotFind"));
        Assert.Contains("the fixture logGroupName", report.ReasonOf(Run + requirement), StringComparison.Ordinal);
        Assert.Empty(report.Ids(Outcome.Failed));
    }

    /// <summary>Judges it with a configuration that names no value.</summary>
    private static Task<RunReport> Judge(Implementation implementation) =>
        KitRuns.Of(implementation, options => options with { Configuration = new RunConfiguration() });
}
