using System.Text.Json.Nodes;

namespace Conformance.Schemas.Tests.Loading;

/// <summary>What no value could satisfy.</summary>
public sealed class ContradictionRefusalTests
{
    private const string Run = "/components/schemas/CreateWorkflowRunRequest";
    private const string Model = Run + "/properties/modelId";
    private const string Log = Run + "/properties/logGroupName";

    [Theory]
    [InlineData(Model + "/maxLength", "0", Model + "/maxLength", "maxLength of minLength 1 or more")]
    [InlineData(Model + "/minLength", "-1", Model + "/minLength", "0 or more")]
    [InlineData(
        "/components/parameters/maxResults/schema/maximum",
        "0",
        "/components/parameters/maxResults/schema/maximum",
        "minimum 1"
    )]
    [InlineData(Log + "/pattern", "\"[a-z\"", Log + "/pattern", "a regular expression")]
    [InlineData(Log + "/pattern", "\"[a-z]{600,700}\"", Log + "/pattern", "values of 1 to 512 characters")]
    [InlineData(
        "/components/schemas/CreateWorkflowRunResponse/properties/status/enum",
        "[]",
        "/components/schemas/CreateWorkflowRunResponse/properties/status/enum",
        "one or more different"
    )]
    [InlineData(
        "/components/schemas/CreateWorkflowRunResponse/properties/status/enum/1",
        "\"RUNNING\"",
        "/components/schemas/CreateWorkflowRunResponse/properties/status/enum",
        "one or more different"
    )]
    [InlineData(
        "/components/schemas/CreateWorkflowRunResponse/properties/status/enum/1",
        "7",
        "/components/schemas/CreateWorkflowRunResponse/properties/status/enum/1",
        "a string"
    )]
    [InlineData(Log + "/enum", "[\"a b\"]", Log, "a citation for \"enum\"")]
    [InlineData(Run + "/required/0", "\"modelID\"", Run + "/required/0", "a member that is there")]
    [InlineData(Run + "/required/-", "\"modelId\"", Run + "/required/2", "each name once")]
    [InlineData(
        Model + "/x-citations/optional",
        "\"D0:69\"",
        Model + "/x-citations/optional",
        "a keyword that stands here"
    )]
    [InlineData(
        Log + "/x-citations/required",
        "\"D0:59\"",
        Log + "/x-citations/required",
        "a keyword that stands here"
    )]
    [InlineData(Log + "/x-levels", """{ "type": "perhaps" }""", Log + "/x-levels/type", "one of must, should, may")]
    [InlineData(
        Run + "/properties/clientInfo/properties/sdkVersion/x-levels",
        """{ "minLength": "must" }""",
        Run + "/properties/clientInfo/properties/sdkVersion/x-levels/minLength",
        "a document's line behind a must"
    )]
    public void AContradictionIsRefused(string edit, string? json, string pointer, string says) =>
        Refusal.SaysAfter(Files.Schema, edit, json, pointer, says);

    [Theory]
    [InlineData("[\"a b\"]", "a value that the pattern accepts")]
    [InlineData("[\"\"]", "a text")]
    public void AValueThatItsOwnPatternRefusesIsRefused(string json, string says)
    {
        var node = JsonNode.Parse(Files.Text(Files.Schema))!;
        var log = Files.At(node, Log)!;
        (log["enum"], log["x-citations"]!["enum"]) = (JsonNode.Parse(json), "D0:57");
        Refusal.Says(Files.Schema, node.ToJsonString(new() { WriteIndented = true }), Log + "/enum/0", says);
    }
}
