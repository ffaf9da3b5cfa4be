namespace Conformance.Schemas.Tests.Loading;

/// <summary>A stream of events that does not hold together.</summary>
public sealed class StreamRefusalTests
{
    private const string Post = "/paths/~1flows~1{flowIdentifier}~1aliases~1{flowAliasIdentifier}/post";
    private const string Success = Post + "/responses/200";
    private const string Content = Success + "/content";
    private const string Framed = Content + "/application~1vnd.amazon.eventstream";
    private const string Stream = "/components/schemas/FlowResponseStream";
    private const string Output = Stream + "/properties/flowOutputEvent";
    private const string Throttled = Stream + "/properties/throttlingException";

    [Theory]
    [InlineData(Success + "/x-stream", null, Success + "/x-citations/stream", "a keyword that stands here")]
    [InlineData(Success + "/x-stream", "false", Success + "/x-stream", "true")]
    [InlineData(Success + "/x-citations/stream", null, Success, "a citation for \"stream\"")]
    [InlineData(Framed, null, Content, "the JSON form and the framed form")]
    [InlineData(Content + "/text~1plain", "{}", Content, "the JSON form and the framed form")]
    [InlineData(
        Framed + "/schema",
        """{ "$ref": "#/components/schemas/FlowInput" }""",
        Framed + "/schema",
        "the schema of the other form"
    )]
    [InlineData(Stream + "/properties", "{}", Stream + "/properties", "one event or more")]
    [InlineData(Stream + "/required", "[\"flowOutputEvent\"]", Stream + "/required", "one of type")]
    [InlineData(Stream + "/x-citations", null, Stream, "a citation for \"type\"")]
    [InlineData(Output + "/x-event", null, Output, "a member \"x-event\"")]
    [InlineData(Output + "/x-event", "\"outptu\"", Output + "/x-event", "one of output, completion")]
    [InlineData(Output + "/x-citations/type", null, Output, "a citation for \"type\"")]
    [InlineData(Output + "/x-event", "\"exception\"", Output, "among the operation's errors")]
    [InlineData(Throttled + "/type", "\"string\"", Throttled + "/properties", "\"properties\" on Object")]
    [InlineData(Post + "/responses/429", null, Throttled, "among the operation's errors")]
    [InlineData(
        "/components/schemas/FlowInput/x-event",
        "\"output\"",
        "/components/schemas/FlowInput/x-event",
        "on a kind of event in a stream"
    )]
    public void AStreamThatDoesNotHoldTogetherIsRefused(string edit, string? json, string pointer, string says) =>
        Refusal.SaysAfter(Files.Bedrock, edit, json, pointer, says);

    [Fact]
    public void EventsWithoutAStreamAreRefusedWhereTheyStand()
    {
        const string create = "/paths/~1workflow-definitions/put/responses/201/content";
        const string both = """
            { "application/json": { "schema": { "$ref": "#/components/schemas/CreateWorkflowDefinitionResponse" } },
              "application/vnd.amazon.eventstream": {} }
            """;
        Refusal.SaysAfter(Files.Schema, create, both, create, "one media type");
    }
}
