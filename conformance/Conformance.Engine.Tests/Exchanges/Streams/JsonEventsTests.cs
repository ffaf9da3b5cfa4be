using System.Text;
using Conformance.Engine.Exchanges.Streams;

namespace Conformance.Engine.Tests.Exchanges.Streams;

public sealed class JsonEventsTests
{
    private const string Output = """{"flowOutputEvent":{"nodeName":"out"}}""";
    private const string Completion = """{"flowCompletionEvent":{"completionReason":"SUCCESS"}}""";

    [Theory]
    [InlineData($"{Output}{Completion}")]
    [InlineData($"{Output}\n{Completion}")]
    [InlineData($"{Output}\n{Completion}\n")]
    [InlineData($"\r\n{Output}\r\n\r\n{Completion}\r\n")]
    [InlineData($"[{Output},{Completion}]")]
    [InlineData($"[\n  {Output},\n\t{Completion}\n]\n")]
    [InlineData($"[{Output}]\n[{Completion}]")]
    [InlineData($"\ufeff{Output}\n{Completion}")]
    public void EveryWayToWriteSeveralObjectsGivesTheSameEvents(string json)
    {
        var stream = Bodies.Read(json);
        Assert.Null(stream.Fault);
        Assert.Equal(StreamEncoding.Json, stream.Encoding);
        Assert.Equal(["flowOutputEvent", "flowCompletionEvent"], stream.Names());
        Assert.Equal([0, 1], stream.Events.Select(e => e.Turn));
        var text = Encoding.UTF8.GetBytes(json);
        Assert.All(stream.Events, e => Assert.Equal((byte)'{', text[e.Offset]));
    }

    [Fact]
    public void OneObjectCanHoldSeveralEventsThatCameTogether()
    {
        var stream = Bodies.Read(
            """{"flowCompletionEvent":{"completionReason":"SUCCESS"},"validationException":null,"flowOutputEvent":{}}"""
        );
        Assert.Equal(["flowCompletionEvent", "flowOutputEvent"], stream.Names());
        Assert.All(stream.Events, e => Assert.Equal((0, 0), (e.Turn, e.Offset)));
    }

    [Fact]
    public void AnExceptionIsKnownByItsName() =>
        Assert.Equal(
            [FlowEventKind.Event, FlowEventKind.Exception],
            Bodies.Read($$$"""{{{Output}}} {"dependencyFailedException":{}}""").Events.Select(e => e.Kind)
        );

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    public void NothingIsNoEventAndNoFault(string json)
    {
        var stream = Bodies.Read(json);
        Assert.Empty(stream.Events);
        Assert.Null(stream.Fault);
    }

    [Theory]
    [InlineData("1", StreamFaultKind.NotAnEvent)]
    [InlineData("null", StreamFaultKind.NotAnEvent)]
    [InlineData("\"flowOutputEvent\"", StreamFaultKind.NotAnEvent)]
    [InlineData("[[]]", StreamFaultKind.NotAnEvent)]
    [InlineData("[1]", StreamFaultKind.NotAnEvent)]
    [InlineData("nope", StreamFaultKind.NotJson)]
    [InlineData(",{}", StreamFaultKind.NotJson)]
    [InlineData("}", StreamFaultKind.NotJson)]
    [InlineData("{\"a\":tru}", StreamFaultKind.NotJson)]
    [InlineData("{\"a\"", StreamFaultKind.Truncated)]
    [InlineData("[{}", StreamFaultKind.Truncated)]
    [InlineData("{\"a\":\"", StreamFaultKind.Truncated)]
    [InlineData("{\"a\":tr", StreamFaultKind.Truncated)]
    public void WhatIsNoEventIsAFaultAfterTheEventsBefore(string rest, StreamFaultKind kind)
    {
        var stream = Bodies.Read($"{Output}\n{rest}");
        Assert.Equal(["flowOutputEvent"], stream.Names());
        Assert.Equal(kind, stream.Fault?.Kind);
        Assert.InRange(stream.Fault!.Offset, Output.Length, Output.Length + 4);
    }

    [Fact]
    public void TheEndWithinJsonIsAFaultWhereverItIs()
    {
        var whole = $"[{Output},{Completion}]";
        for (var length = 1; length < whole.Length; length++)
            Assert.Equal(StreamFaultKind.Truncated, Bodies.Read(whole[..length]).Fault?.Kind);
    }

    [Fact]
    public void BytesThatAreNoUtf8AreAFault()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(Output + "{\"a\":\""), 0xc3, .. "\"}"u8];
        var stream = StreamDecoder.Decode(Bodies.Of("application/json", body));
        Assert.Equal(["flowOutputEvent"], stream.Names());
        Assert.Equal((StreamFaultKind.NotJson, Output.Length), (stream.Fault!.Kind, stream.Fault.Offset));
    }

    [Fact]
    public void ANameThatIsNoUnicodeIsAnUnknownEvent()
    {
        var stream = Bodies.Read("""{"\ud800":{}}""");
        Assert.Null(stream.Fault);
        Assert.Single(stream.Events);
    }

    [Fact]
    public void DeepDocumentsAreRead()
    {
        var document = new string('[', 900) + new string(']', 900);
        Assert.Null(Bodies.Read("{\"flowOutputEvent\":" + document + "}").Fault);
    }
}
