using Conformance.Engine.Configuration;

namespace Conformance.Engine.Tests.Configuration;

public sealed class UnsupportedOperationsTests
{
    private const string Id = "nova-act/CreateWorkflowRun/modelId/required/rejected";

    [Theory]
    [InlineData("CreateWorkflowRun", true)]
    [InlineData("createworkflowrun", true)]
    [InlineData("CreateWorkflow", false)]
    [InlineData("*/modelId/*", true)]
    [InlineData("*/logGroupName/*", false)]
    [InlineData("*", false)]
    public void ARequirementIsCoveredByItsOperationOrAGlob(string name, bool isCovered) =>
        Assert.Equal(isCovered, new UnsupportedOperations([name]).Covers("CreateWorkflowRun", Id));

    [Fact]
    public void AGlobDeclaresNoOperationMissing() =>
        Assert.False(new UnsupportedOperations(["nova-act/CreateWorkflowRun/*"]).Contains("CreateWorkflowRun"));

    [Fact]
    public void WithoutNamesNothingIsMissing() =>
        Assert.False(UnsupportedOperations.None.Covers("CreateWorkflowRun", Id));
}
