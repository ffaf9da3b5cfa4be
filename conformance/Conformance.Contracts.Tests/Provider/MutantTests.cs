using Conformance.Contracts.Tests.Native;
using Conformance.Reference.Mutants;
using Conformance.Reports;

namespace Conformance.Contracts.Tests.Provider;

/// <summary>Mutants break the interactions that they are wrong about, and no others.</summary>
public sealed class MutantTests
{
    [Theory]
    [InlineData("ReturnsTwoHundred", "CreateWorkflowRun/contract/success*")]
    [InlineData(
        "GivesRunIdWithoutHyphens",
        "CreateWorkflowRun/contract/success*",
        "GetWorkflowRun/contract/success",
        "ListWorkflowRuns/contract/success"
    )]
    [InlineData("ReturnsBadRequestForNotFound", "CreateWorkflowRun/contract/ResourceNotFoundException*")]
    [InlineData("ReturnsBadRequestForConflict", "CreateWorkflowDefinition/contract/ConflictException*")]
    [InlineData("AcceptsTakenNames", "CreateWorkflowDefinition/contract/ConflictException*")]
    [InlineData("ForgetsDefinitionToken", "CreateWorkflowDefinition/contract/replay")]
    [InlineData("RejectsRepeatedRun", "CreateWorkflowRun/contract/replay")]
    [InlineData("RejectsAllMembersOfRun", "CreateWorkflowRun/contract/success-full")]
    [InlineData("DemandsSdkVersion", "CreateWorkflowRun/contract/success")]
    [InlineData("MakesUpModelId", "CreateWorkflowRun/contract/ValidationException*")]
    [InlineData("GivesNoMessage", "*/contract/*Exception/members")]
    [InlineData("TellsInvalidAsUnprocessable", "InvokeFlow/contract/ValidationException")]
    [InlineData("OmitsNodeNameOfOutput", "InvokeFlow/contract/success-json")]
    [InlineData("AcceptsBothModes", "CreateWorkflowRun/contract/refused-both")]
    [InlineData("MountsLayersThatDoNotExist", "CreateWorkflowRun/contract/refused-unknown-layer")]
    public async Task AMutantBreaksTheRightInteractions(string name, params string[] breaks)
    {
        Library.Needed();
        var mutant = AllMutants.List.Single(d => d.Name == name);
        var report = await Judged.Of(mutant);
        var globs = breaks.Select(id => $"{mutant.Api}/{id}").ToList();
        var failed = report.Verdicts.Where(v => v.Outcome == Outcome.Failed).ToList();
        Assert.All(globs, glob => Assert.Contains(failed, v => RequirementGlob.Matches(glob, v.Requirement.Id)));
        Assert.Equal(
            [],
            failed.Select(v => v.Requirement.Id).Where(id => !globs.Exists(glob => RequirementGlob.Matches(glob, id)))
        );
        Assert.DoesNotContain(report.Verdicts, v => v.Outcome == Outcome.Errored);
        Assert.All(failed, v => Assert.NotEmpty(v.Evidence!.Exchanges));
    }

    [Fact]
    public async Task TheMismatchIsToldInWords()
    {
        Library.Needed();
        var report = await Judged.Of(AllMutants.List.Single(d => d.Name == "GivesRunIdWithoutHyphens"));
        var failed = report.Verdicts.Single(v => v.Requirement.Id == "nova-act/CreateWorkflowRun/contract/success");
        Assert.Matches(
            @"got \$\.workflowRunId: Expected '[0-9a-f]{32}' to match .*; the response was 201 ",
            failed.Reason
        );
    }
}
