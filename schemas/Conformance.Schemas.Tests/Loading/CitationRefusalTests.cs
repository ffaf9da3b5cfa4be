namespace Conformance.Schemas.Tests.Loading;

/// <summary>What is uncited or cites nothing.</summary>
public sealed class CitationRefusalTests
{
    private const string Run = "/components/schemas/CreateWorkflowRunRequest";
    private const string Model = Run + "/properties/modelId";
    private const string Put = "/paths/~1workflow-definitions/put";

    [Theory]
    [InlineData(Model + "/x-citations", null, Model, "a citation for \"type\"")]
    [InlineData(Model + "/x-citations/maxLength", null, Model, "a citation for \"maxLength\"")]
    [InlineData(Run + "/x-citations/type", null, Run, "a citation for \"type\"")]
    [InlineData(Put + "/x-citation", null, Put, "a member \"x-citation\"")]
    [InlineData(Put + "/responses/201/x-citations/status", null, Put + "/responses/201", "a citation for \"status\"")]
    [InlineData(
        "/components/responses/Conflict/x-errors/0/citation",
        null,
        "/components/responses/Conflict/x-errors/0",
        "citation"
    )]
    public void AFactWithoutACitationIsRefused(string edit, string? json, string pointer, string says) =>
        Refusal.SaysAfter(Files.Schema, edit, json, pointer, says);

    [Theory]
    [InlineData("\"D9:1\"", "a source among D0")]
    [InlineData("\"aws-modle\"", "a source among D0")]
    [InlineData("\"D0:208\"", "a line of D0 from 1 to 207")]
    [InlineData("\"D0:0\"", "a line of D0 from 1 to 207")]
    [InlineData("\"D0:067\"", "a line of D0 from 1 to 207")]
    [InlineData("\"D0:68\"", "holds text")]
    [InlineData("\"D0\"", "a line, as in D0:5")]
    [InlineData("\"implied\"", "the line that implies it")]
    [InlineData("\"implied:D0:6\"", "holds text")]
    [InlineData("\"implied:D9:6\"", "a source among D0")]
    [InlineData("67", "a string")]
    [InlineData("\"\"", "a text")]
    public void ACitationOfNothingIsRefused(string json, string says) =>
        Refusal.SaysAfter(Files.Schema, Model + "/x-citations/maxLength", json, Model + "/x-citations/maxLength", says);
}
