namespace Conformance.Schemas.Tests.Loading;

/// <summary>What the loader does not know: it must not pass in silence.</summary>
public sealed class TypoRefusalTests
{
    private const string Run = "/components/schemas/CreateWorkflowRunRequest";
    private const string Model = Run + "/properties/modelId";
    private const string Put = "/paths/~1workflow-definitions/put";

    [Theory]
    [InlineData(Model + "/x-citatoins", "{}", Model + "/x-citatoins", "one of type")]
    [InlineData(Model + "/maxlength", "3", Model + "/maxlength", "one of type")]
    [InlineData(Model + "/format", "\"uuid\"", Model + "/format", "one of type")]
    [InlineData(Model + "/minItems", "1", Model + "/minItems", "\"minItems\" on Array")]
    [InlineData(Model + "/maxLength", "\"100\"", Model + "/maxLength", "Number as the value of \"maxLength\"")]
    [InlineData(Model + "/type", "\"strnig\"", Model, "JSON")]
    [InlineData(
        Model + "/x-citations/maxlength",
        "\"D0:67\"",
        Model + "/x-citations/maxlength",
        "a keyword that stands here"
    )]
    [InlineData(
        Model + "/x-citations/pattern",
        "\"D0:67\"",
        Model + "/x-citations/pattern",
        "a keyword that stands here"
    )]
    [InlineData(
        Model + "/x-interpretations/pattern",
        "[\"R1\"]",
        Model + "/x-interpretations/pattern",
        "a keyword that stands here"
    )]
    [InlineData(
        Model + "/x-interpretations/maxLength",
        "[\"R99\"]",
        Model + "/x-interpretations/maxLength/0",
        "the id of an interpretation"
    )]
    [InlineData(Model + "/x-role", "\"identifier\"", Model + "/x-role", "one of uniqueName")]
    [InlineData(Model + "/x-role", "\"reference\"", Model, "\"x-refers-to\" beside")]
    [InlineData(Model + "/x-refers-to", "{}", Model + "/x-refers-to", "\"x-role\": \"reference\"")]
    [InlineData(Model + "/x-looked-up", "false", Model + "/x-looked-up", "true")]
    [InlineData(Model + "/x-likeness", "\"modle\"", Model + "/x-likeness", "one of name")]
    [InlineData(Model + "/x-ends", "[\"DONE\"]", Model + "/x-ends/0", "a value of its enum")]
    [InlineData(Put + "/x-rloe", "1", Put + "/x-rloe", "one of operationId")]
    [InlineData(Put + "/x-role", "\"main\"", Put + "/x-role", "one of documented, supporting")]
    [InlineData("/x-apis", "{}", "/x-apis", "one of openapi")]
    [InlineData(
        "/components/responses/Conflict/x-errors/0/cause",
        "\"clash\"",
        "/components/responses/Conflict/x-errors/0/cause",
        "one of invalidInput"
    )]
    [InlineData(
        "/components/responses/Conflict/x-errors",
        "[]",
        "/components/responses/Conflict/x-errors",
        "one error or more"
    )]
    public void ATypoDoesNotPassInSilence(string edit, string json, string pointer, string says) =>
        Refusal.SaysAfter(Files.Schema, edit, json, pointer, says);
}
