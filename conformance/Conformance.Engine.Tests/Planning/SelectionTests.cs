using Conformance.Engine.Planning;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Planning;

public sealed class SelectionTests
{
    private const string Id = "nova-act/CreateWorkflowRun/modelId/maxLength/rejected";

    [Theory]
    [InlineData(Id, true)]
    [InlineData("*", true)]
    [InlineData("*/modelId/*", true)]
    [InlineData("nova-act/*/rejected", true)]
    [InlineData("nova-act/createworkflowrun/MODELID/maxlength/rejected", true)]
    [InlineData("nova?act/*", true)]
    [InlineData("*maxLength", false)]
    [InlineData("modelId", false)]
    [InlineData("nova-act?/*", false)]
    [InlineData("", false)]
    [InlineData("nova.act/*", false)]
    [InlineData("nova-act/CreateWorkflowRun/modelId/(maxLength|minLength)/rejected", false)]
    public void AGlobMatchesTheWholeIdWithoutRegardToCase(string glob, bool matches) =>
        Assert.Equal(matches, RequirementGlob.Matches(glob, Id));

    [Theory]
    [InlineData("*/inputs[].nodeName/*", true)]
    [InlineData("*/inputs?].nodeName/*", true)]
    [InlineData("*/inputs[a].nodeName/*", false)]
    [InlineData("*/inputs.nodeName/*", false)]
    public void BracketsStandForThemselves(string glob, bool matches) =>
        Assert.Equal(
            matches,
            RequirementGlob.Matches(glob, "amazon-bedrock/InvokeFlow/inputs[].nodeName/required/rejected")
        );

    [Fact]
    public void AnEmptySelectionIncludesEverything() => Assert.True(Selection.All.Includes(Of(Id)));

    [Fact]
    public void EveryListNarrowsTheSelection()
    {
        var selection = new Selection(["Nova-Act"], ["createWorkflowRun"], ["*/modelId/*", "*/name/*"]);
        Assert.True(selection.Includes(Of(Id)));
        Assert.False((selection with { Apis = ["bedrock"] }).Includes(Of(Id)));
        Assert.False((selection with { Operations = ["CreateWorkflowDefinition"] }).Includes(Of(Id)));
        Assert.False((selection with { Ids = ["*/name/*"] }).Includes(Of(Id)));
    }

    [Fact]
    public void ACopyGoesByItsOwnGlobs()
    {
        var none = Selection.All with { Ids = ["nothing/*"] };
        Assert.False(none.Includes(Of(Id)));
        Assert.True((none with { Ids = [] }).Includes(Of(Id)));
        Assert.False((none with { Operations = ["CreateWorkflowRun"] }).Includes(Of(Id)));
    }

    [Fact]
    public void AnApiIsLeftOutAsAWhole()
    {
        Assert.True(new Selection(["NOVA-ACT"], [], ["nothing/*"]).IncludesApi("nova-act"));
        Assert.False(new Selection(["bedrock"], [], []).IncludesApi("nova-act"));
    }

    private static Requirement Of(string id) =>
        new(id, id.Split('/')[0], id.Split('/')[1], RequirementGroup.Length, Level.Must, [], "It is.", []);
}
