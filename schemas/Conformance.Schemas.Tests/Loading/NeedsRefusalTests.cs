namespace Conformance.Schemas.Tests.Loading;

/// <summary>Fixtures, conventions and alternatives that do not hold together.</summary>
public sealed class NeedsRefusalTests
{
    private const string Post = "/paths/~1workflows~1runs/post";
    private const string Request = "/components/schemas/CreateWorkflowRunRequest";
    private const string Properties = Request + "/properties";
    private const string Path = "/paths/~1workflows~1runs~1{id}/get/parameters/0/schema";
    private const string OneOf = Request + "/x-exactly-one-of";

    [Theory]
    [InlineData("/x-fixtures/unreadyLayer/says", null, "/x-fixtures/unreadyLayer", "a member \"says\"")]
    [InlineData("/x-fixtures/unreadyLayer/example", "\" \"", "/x-fixtures/unreadyLayer/example", "a text")]
    [InlineData("/x-fixtures/unreadyLayer/default", "\"x\"", "/x-fixtures/unreadyLayer/default", "one of says")]
    [InlineData("/x-fixtures", "[]", "/x-fixtures", "an object")]
    [InlineData("/x-conventions/path/citation", null, "/x-conventions/path", "a member \"citation\"")]
    [InlineData("/x-conventions/path/citation", "\"D2:2\"", "/x-conventions/path/citation", "holds text")]
    [InlineData("/x-conventions/path/default", "\"\"", "/x-conventions/path/default", "a text")]
    [InlineData("/x-conventions/path/exmaple", "\"/x\"", "/x-conventions/path/exmaple", "one of default")]
    [InlineData("/x-conventions/path/default", "\"/runs\"", Post + "/x-path-convention", "whose default is")]
    [InlineData(
        "/x-conventions/successStatus/default",
        "\"201\"",
        Post + "/responses/2XX/x-status-convention",
        "whose default is \"2xx\""
    )]
    [InlineData(
        "/x-conventions/labelMember/default",
        "\"label\"",
        Properties + "/name/x-convention",
        "whose default is \"name\""
    )]
    [InlineData(
        Properties + "/name/x-convention",
        "\"lableMember\"",
        Properties + "/name/x-convention",
        "a convention among path"
    )]
    [InlineData(
        Properties + "/layers/items/x-convention",
        "\"path\"",
        Properties + "/layers/items/x-convention",
        "body"
    )]
    [InlineData(Path + "/x-convention", "\"idMember\"", Path + "/x-convention", "it on a member of a body")]
    [InlineData(
        Properties + "/dataSources/additionalProperties",
        null,
        Properties + "/dataSources/x-keyed-by",
        "\"additionalProperties\": true beside it"
    )]
    [InlineData(Properties + "/name/x-keyed-by", "\"node\"", Properties + "/name/x-keyed-by", "additionalProperties")]
    [InlineData(
        Properties + "/completionCallbackContext/x-comes-with",
        "\"nothing\"",
        Properties + "/completionCallbackContext/x-comes-with",
        "an optional member beside it"
    )]
    [InlineData(
        Properties + "/completionCallbackContext/x-comes-with",
        "\"completionCallbackContext\"",
        Properties + "/completionCallbackContext/x-comes-with",
        "an optional member beside it"
    )]
    [InlineData(
        "/components/schemas/WorkflowRun/properties/id/x-role",
        "\"known\"",
        "/components/schemas/WorkflowRun/properties/id/x-role",
        "one of identifier"
    )]
    public void WhatTheConfigurationHasToTellHoldsTogether(string edit, string? json, string pointer, string says) =>
        Refusal.SaysAfter(Files.Pennsieve, edit, json, pointer, says);

    [Theory]
    [InlineData(OneOf, "[\"workflowInstanceId\"]", OneOf, "two members or more")]
    [InlineData(OneOf + "/1", "\"workflowInstanceID\"", OneOf + "/1", "a member that is there")]
    [InlineData(OneOf + "/1", "\"workflowInstanceId\"", OneOf + "/1", "each name once")]
    [InlineData(Request + "/required", "[\"workflowInstanceId\"]", OneOf + "/0", "a member that is not required")]
    [InlineData(
        "/components/schemas/WorkflowRun/x-exactly-one-of",
        "[\"id\", \"name\"]",
        "/components/schemas/WorkflowRun/x-exactly-one-of",
        "at the top of a request's body"
    )]
    [InlineData(
        Properties + "/workflowInstanceId/x-citations/optional",
        "\"D2:3\"",
        Properties + "/workflowInstanceId/x-citations/optional",
        "a keyword that stands here"
    )]
    public void AlternativesHoldTogether(string edit, string json, string pointer, string says) =>
        Refusal.SaysAfter(Files.Pennsieve, edit, json, pointer, says);

    [Theory]
    [InlineData("2xx", "2XX, or a status from 200 to 299")]
    [InlineData("3XX", "2XX, or a status from 200 to 299")]
    [InlineData("default", "2XX, or a status from 200 to 299")]
    public void AClassOfStatusesIsThatOfSuccess(string status, string says)
    {
        var text = Files.Text(Files.Pennsieve).Replace("\"2XX\"", $"\"{status}\"", StringComparison.Ordinal);
        Refusal.Says(Files.Pennsieve, text, $"{Post}/responses/{status}", says);
    }

    [Fact]
    public void ASchemaWithoutConventionsNamesNone() =>
        Refusal.SaysAfter(
            Files.Schema,
            "/paths/~1workflow-definitions/put/x-path-convention",
            "\"path\"",
            "/paths/~1workflow-definitions/put/x-path-convention",
            "a convention among none at all"
        );
}
