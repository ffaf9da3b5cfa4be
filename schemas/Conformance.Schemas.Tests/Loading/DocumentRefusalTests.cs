namespace Conformance.Schemas.Tests.Loading;

/// <summary>A schema whose parts do not fit.</summary>
public sealed class DocumentRefusalTests
{
    private const string Put = "/paths/~1workflow-definitions/put";
    private const string RunName =
        "/paths/~1workflow-definitions~1{workflowDefinitionName}~1workflow-runs/put/parameters/0";

    [Theory]
    [InlineData(
        "/schema/x-refers-to/operation",
        "\"CreateWorkflow\"",
        "/schema/x-refers-to",
        "in x-refers-to an operation"
    )]
    [InlineData("/schema/x-refers-to/member", "\"names\"", "/schema/x-refers-to", "in x-refers-to an operation")]
    [InlineData("/schema/x-refers-to/member", "\"exportConfig\"", "/schema/x-refers-to", "of the same type")]
    [InlineData("/name", "\"name\"", "", "both in braces and among the parameters")]
    public void AnOperationThatDoesNotHoldTogetherIsRefused(string edit, string json, string pointer, string says) =>
        Refusal.SaysAfter(Files.Schema, RunName + edit, json, RunName + pointer, says);

    [Fact]
    public void AMemberOfThePathWithoutAParameterIsRefusedAtItsOperation() =>
        Refusal.SaysAfter(Files.Schema, RunName, null, RunName[..^"/parameters/0".Length], "both in braces");

    [Theory]
    [InlineData(
        Put + "/operationId",
        "\"CreateWorkflowRun\"",
        "/paths/~1workflow-definitions~1{workflowDefinitionName}~1workflow-runs/put/operationId",
        "a name of its own"
    )]
    [InlineData(RunName + "/required", "false", RunName, "\"required\": true")]
    [InlineData(
        Put + "/responses/299",
        """{ "$ref": "#/components/responses/Conflict" }""",
        Put + "/responses/299",
        "one success status"
    )]
    [InlineData(Put + "/responses/default", "{}", Put + "/responses/default", "a status from 200")]
    [InlineData(Put + "/responses/201", null, Put + "/responses", "a success status")]
    [InlineData(
        Put + "/responses/400/$ref",
        "\"#/components/responses/None\"",
        Put + "/responses/400/$ref",
        "a reference to something there"
    )]
    [InlineData(Put + "/responses/400/$ref", "\"other.json#/a\"", Put + "/responses/400/$ref", "within the file")]
    [InlineData(
        "/components/schemas/WorkflowRunSummary/properties/endedAt",
        """{ "$ref": "#/components/schemas/WorkflowRunSummary" }""",
        "/components/schemas/WorkflowRunSummary/properties/endedAt",
        "a schema that ends"
    )]
    public void ADocumentThatDoesNotHoldTogetherIsRefused(string edit, string? json, string pointer, string says) =>
        Refusal.SaysAfter(Files.Schema, edit, json, pointer, says);
}
