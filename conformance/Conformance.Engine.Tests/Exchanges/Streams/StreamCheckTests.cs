using Conformance.Engine.Exchanges;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Exchanges.Streams;

public sealed class StreamLookTests
{
    private const string Output =
        """{"flowOutputEvent":{"content":{"document":1},"nodeName":"A","nodeType":"FlowOutputNode"}}""";
    private const string Completion = """{"flowCompletionEvent":{"completionReason":"SUCCESS"}}""";
    private const string Asking = """{"flowCompletionEvent":{"completionReason":"INPUT_REQUIRED"}}""";
    private const string Failure = """{"validationException":{"message":"no"}}""";
    private const string Trace = """{"flowTraceEvent":{"trace":{}}}""";
    private const string Together = """{"flowCompletionEvent":{"completionReason":"SUCCESS"},"flowOutputEvent":{}}""";
    private const string Unread = "{\"a\":nope}";

    private static readonly TransportFailure Late = new(TransportFailureKind.Timeout, "too late");
    private static readonly TransportFailure Lost = new(TransportFailureKind.Disconnected, "gone");

    private static readonly EventStream Kinds = SchemaCatalog
        .Embedded()
        .First(api => api.Name == "bedrock-flows")
        .Operation("InvokeFlow")
        .Success.Stream!;

    [Theory]
    [InlineData(Output + Completion, "")]
    [InlineData(Output + Asking, "")]
    [InlineData(Together, "")]
    [InlineData(Output, "no completion: flowOutputEvent")]
    [InlineData("", "no completion: no event")]
    [InlineData(Output + Completion + Completion, "2 completions")]
    [InlineData(Output + Failure, null)]
    [InlineData(Output + Unread, null)]
    public void AFlowThatGoesWellCompletesOnce(string json, string? problem) =>
        Shows(problem, Apis.BedrockFlows.Completion.IsOne(Bodies.Read(json), Kinds));

    [Fact]
    public void WhatNeverCompletesInTimeIsSilence()
    {
        var cut = Bodies.Read(Output);
        Shows("no completion", Apis.BedrockFlows.Completion.IsOne(cut with { BrokenOff = Late }, Kinds));
        Shows(null, Apis.BedrockFlows.Completion.IsOne(cut with { BrokenOff = Lost }, Kinds));
    }

    [Theory]
    [InlineData(Output + Completion, "")]
    [InlineData(Together, "")]
    [InlineData(Output + Completion + Completion, "")]
    [InlineData(Output + Completion + Trace, "")]
    [InlineData(Output + Completion + """{"somethingNew":1}""", "")]
    [InlineData(Output + Completion + Failure, "validationException after the completion")]
    [InlineData(Completion + Output, "flowOutputEvent after the completion")]
    [InlineData(Output, null)]
    public void NothingComesAfterTheCompletion(string json, string? problem) =>
        Shows(problem, Apis.BedrockFlows.Completion.IsLast(Bodies.Read(json), Kinds));

    [Theory]
    [InlineData(Output + Completion, "")]
    [InlineData(Completion, "no output")]
    [InlineData(Trace, "no output")]
    [InlineData(Asking, null)]
    [InlineData(Failure, null)]
    [InlineData(Unread, null)]
    public void AFlowThatCompletesGaveSomething(string json, string? problem) =>
        Shows(problem, Apis.BedrockFlows.Completion.HasOutput(Bodies.Read(json), Kinds));

    [Theory]
    [InlineData(Failure, "")]
    [InlineData(Output + Failure, "")]
    [InlineData(Output + Failure + Trace, "")]
    [InlineData("""{"validationException":{},"flowOutputEvent":{}}""", "")]
    [InlineData(Output, "no exception")]
    [InlineData(Output + Completion, "no exception")]
    [InlineData(Failure + Failure, "2 exceptions")]
    [InlineData(Failure + Completion, "an exception and a completion")]
    [InlineData(Completion + Failure, "an exception and a completion")]
    [InlineData(Failure + Output, "an output after the exception")]
    [InlineData(Output + Unread, null)]
    public void AFlowThatFailsSaysSoOnce(string json, string? problem) =>
        Shows(problem, Apis.BedrockFlows.Completion.FailsOnce(Bodies.Read(json), Kinds));

    [Fact]
    public void AnErrorOfNoDocumentationFailsAFlowToo()
    {
        var error = Frames.Of([Frames.Text(":message-type", "error"), Frames.Text(":error-code", "Internal")], "");
        Shows("", Apis.BedrockFlows.Completion.FailsOnce(Bodies.Read(error), Kinds));
    }

    [Fact]
    public void AStreamEndsBehindAWholeEvent()
    {
        var whole = Bodies.Read(Output);
        Shows("", StreamEnd.IsWhole(whole));
        Shows("flowOutputEvent; then the connection ended", StreamEnd.IsWhole(whole with { BrokenOff = Lost }));
        Shows("no end in the time allowed", StreamEnd.IsWhole(whole with { BrokenOff = Late }));
        Shows("Truncated", StreamEnd.IsWhole(Bodies.Read(Output[..^2])));
        Shows(null, StreamEnd.IsWhole(Bodies.Read(Unread)));
    }

    [Fact]
    public void WhatMayStandBeyondALimitOfTheKitIsNotMissed()
    {
        const string limit = "larger than the kit reads";
        var nothing = Bodies.Read("") with { Unread = limit };
        var asking = Bodies.Read(Output + Completion) with { Unread = limit };
        Assert.Equal(CheckResult.NotRead(limit), StreamEnd.IsWhole(asking));
        Shows(null, Apis.BedrockFlows.Completion.IsOne(nothing, Kinds));
        Shows(null, Apis.BedrockFlows.Completion.HasOutput(nothing, Kinds));
        Shows(null, Apis.BedrockFlows.Completion.FailsOnce(asking, Kinds));
        Assert.EndsWith($"flowCompletionEvent; a response {limit}", StreamWords.Of(asking), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsWrongBeforeALimitOfTheKitStaysWrong()
    {
        var failure = Bodies.Read(Failure + Failure + Completion + Output) with
        {
            Unread = "larger than the kit reads",
        };
        Shows("2 exceptions", Apis.BedrockFlows.Completion.FailsOnce(failure, Kinds));
        Shows("flowOutputEvent after", Apis.BedrockFlows.Completion.IsLast(failure, Kinds));
        Shows(
            "nodeName: it is missing",
            EventMembers.AreDocumented(Bodies.Read("""{"flowOutputEvent":{"content":{}}}"""), Kinds)
        );
    }

    [Theory]
    [InlineData("flowOutputEvent", false)]
    [InlineData("somethingNew", true)]
    public void OnlyADocumentedEventThatIsDeeperThanTheKitReadsIsInconclusive(string name, bool isJudged)
    {
        var deep = $"{{\"{name}\":{{\"a\":{Deep.Json}}}}}";
        var stream = Bodies.Read(deep + Output + Completion);
        Assert.Equal([name, "flowOutputEvent", "flowCompletionEvent"], stream.Names());
        var look = EventMembers.AreDocumented(stream, Kinds);
        Assert.Equal((isJudged, null), (look.IsShown, look.Problem));
        Assert.Equal(isJudged, look.Unread is null);
        Shows("", Apis.BedrockFlows.Completion.IsOne(stream, Kinds));
        Shows("", StreamEnd.IsWhole(stream));
    }

    [Fact]
    public void FramesAloneShowWhetherTheyAreWellFormed()
    {
        var frame = Frames.Event("flowOutputEvent", "{}");
        var broken = frame.ToArray();
        broken[^1] ^= 1;
        Shows("", StreamEnd.IsWellFramed(Bodies.Read(frame)));
        Shows("MessageChecksum at byte", StreamEnd.IsWellFramed(Bodies.Read(frame, broken)));
        Shows("", StreamEnd.IsWellFramed(Bodies.Read(frame, frame[..^1])));
        Shows(null, StreamEnd.IsWellFramed(Bodies.Read(Output)));
        Shows(null, StreamEnd.IsWellFramed(Bodies.Read("")));
    }

    [Theory]
    [InlineData(Output + Completion + Failure, "")]
    [InlineData(Trace, null)]
    [InlineData("""{"somethingNew":1}""", null)]
    [InlineData("""{"validationException":{}}""", "")]
    [InlineData("""{"validationException":"no"}""", "validationException: a payload that is String")]
    [InlineData("""{"flowOutputEvent":{"content":{},"nodeName":"A"}}""", "nodeType: it is missing")]
    [InlineData("""{"flowOutputEvent":{"content":1,"nodeName":"A","nodeType":"B"}}""", "content: it is 1")]
    [InlineData("""{"flowOutputEvent":[]}""", "flowOutputEvent: a payload that is Array")]
    [InlineData("""{"flowCompletionEvent":{"completionReason":7}}""", "completionReason: it is 7")]
    // What a companion alone says of the values has requirements of its own.
    [InlineData("""{"flowCompletionEvent":{"completionReason":"DONE"}}""", "")]
    public void DocumentedEventsHaveTheirMembers(string json, string? problem) =>
        Shows(problem, EventMembers.AreDocumented(Bodies.Read(json), Kinds));

    [Fact]
    public void AFrameWithoutAPayloadIsNoOutput()
    {
        Shows(
            "flowOutputEvent: no payload",
            EventMembers.AreDocumented(Bodies.Read(Frames.Event("flowOutputEvent", "")), Kinds)
        );
        Shows(
            "flowOutputEvent: expected JSON",
            EventMembers.AreDocumented(Bodies.Read(Frames.Event("flowOutputEvent", "no")), Kinds)
        );
        Shows("", EventMembers.AreDocumented(Bodies.Read(Frames.Exception("validationException", "")), Kinds));
    }

    /// <summary>Null: shows nothing. Empty: no problem. Else a problem with these words.</summary>
    private static void Shows(string? expected, CheckResult look)
    {
        Assert.Equal(expected is not null, look.IsShown);
        if (string.IsNullOrEmpty(expected))
            Assert.Null(look.Problem);
        else
            Assert.Contains(expected, look.Problem, StringComparison.Ordinal);
    }
}
