using Conformance.Engine.Exchanges.Streams;

namespace Conformance.Engine.Tests.Exchanges.Streams;

public sealed class FrameEventsTests
{
    private static readonly byte[] Output = Frames.Event("flowOutputEvent", """{"nodeName":"out"}""");

    [Fact]
    public void EventsComeInOrderWithNameAndPayload()
    {
        var stream = Bodies.Read(Output, Frames.Event("flowCompletionEvent", "{}"));
        Assert.Null(stream.Fault);
        Assert.Equal(["flowOutputEvent", "flowCompletionEvent"], stream.Names());
        Assert.Equal([0, 1], stream.Events.Select(e => e.Turn));
        Assert.Equal([0, Output.Length], stream.Events.Select(e => e.Offset));
        Assert.All(stream.Events, e => Assert.Equal(FlowEventKind.Event, e.Kind));
        Assert.Equal("out", stream.Events[0].Payload!.Value.GetProperty("nodeName").GetString());
    }

    [Fact]
    public void AnExceptionHasTheNameOfItsOwnHeader()
    {
        var stream = Bodies.Read(Output, Frames.Exception("validationException", """{"message":"no"}"""));
        Assert.Equal(("validationException", FlowEventKind.Exception), (stream.Events[1].Name, stream.Events[1].Kind));
    }

    [Fact]
    public void AnErrorOfNoDocumentationHasItsCodeForAName()
    {
        var stream = Bodies.Read(
            Frames.Of(
                [
                    Frames.Text(":message-type", "error"),
                    Frames.Text(":error-code", "Internal"),
                    Frames.Text(":error-message", "no"),
                ],
                ""
            )
        );
        var error = Assert.Single(stream.Events);
        Assert.Equal(("Internal", FlowEventKind.Error), (error.Name, error.Kind));
        Assert.Equal("no", error.Payload!.Value.GetProperty("message").GetString());
    }

    [Fact]
    public void AnInitialResponseIsTold() =>
        Assert.Equal(FlowEventKind.InitialResponse, Bodies.Read(Frames.Event("initial-response", "{}")).Events[0].Kind);

    [Fact]
    public void AnEmptyPayloadIsNoPayload()
    {
        var empty = Bodies.Read(Frames.Event("flowTraceEvent", "")).Events[0];
        Assert.Equal((null, null), (empty.Payload, empty.Problem));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("hello")]
    public void APayloadThatIsNoJsonIsAProblemOfItsEventAlone(string payload)
    {
        var stream = Bodies.Read(Frames.Event("somethingElse", payload), Output);
        Assert.Null(stream.Fault);
        Assert.Equal(2, stream.Events.Length);
        Assert.StartsWith(
            "one JSON value, got|JSON, got".Split('|')[payload == "{} {}" ? 0 : 1],
            stream.Events[0].Problem,
            StringComparison.Ordinal
        );
        Assert.Null(stream.Events[0].Payload);
    }

    [Fact]
    public void APayloadThatIsNoUtf8IsAProblem()
    {
        byte[] headers = [.. Frames.Text(":message-type", "event"), .. Frames.Text(":event-type", "flowOutputEvent")];
        var stream = Bodies.Read(Frames.Message(headers, [(byte)'"', 0xff, (byte)'"']));
        Assert.Contains("no UTF-8", stream.Events[0].Problem, StringComparison.Ordinal);
    }

    public static TheoryData<StreamFaultKind, byte[]> Wrong { get; } =
        new()
        {
            { StreamFaultKind.MissingMessageType, Frames.Text(":event-type", "flowOutputEvent") },
            { StreamFaultKind.MissingMessageType, Frames.Header(":message-type", 6, 0, 1, 65) },
            { StreamFaultKind.UnknownMessageType, Frames.Text(":message-type", "Event") },
            { StreamFaultKind.MissingName, Frames.Text(":message-type", "event") },
            {
                StreamFaultKind.MissingName,
                [.. Frames.Text(":message-type", "exception"), .. Frames.Text(":event-type", "validationException")]
            },
            {
                StreamFaultKind.MissingName,
                [.. Frames.Text(":message-type", "event"), .. Frames.Text(":event-type", "")]
            },
            { StreamFaultKind.MissingName, Frames.Text(":message-type", "error") },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void AFrameThatDoesNotSayWhatItIsIsAFaultAndTheLastThingRead(StreamFaultKind kind, byte[] headers)
    {
        var stream = Bodies.Read(Output, Frames.Message(headers, "{}"u8.ToArray()), Output);
        Assert.Equal(["flowOutputEvent"], stream.Names());
        Assert.Equal((kind, Output.Length), (stream.Fault!.Kind, stream.Fault.Offset));
    }

    [Fact]
    public void WhatCameBeforeABrokenFrameIsRead()
    {
        var broken = Output.ToArray();
        broken[^1] ^= 1;
        var stream = Bodies.Read(Output, broken, Output);
        Assert.Equal(["flowOutputEvent"], stream.Names());
        Assert.Equal((StreamFaultKind.MessageChecksum, Output.Length), (stream.Fault!.Kind, stream.Fault.Offset));
    }
}
