using System.Text;
using Conformance.Engine.Exchanges.Streams;

namespace Conformance.Engine.Tests.Exchanges.Streams;

public sealed class StreamTypeTests
{
    private const string Json = """{"flowOutputEvent":{}}""";
    private static readonly byte[] Frame = Frames.Event("flowOutputEvent", "{}");

    [Theory]
    [InlineData("application/json", Json, null)]
    [InlineData("application/json; charset=utf-8", "", null)]
    [InlineData("application/x-ndjson", Json, null)]
    [InlineData("application/json", "nope", "content type JSON and NotJson")]
    [InlineData("application/json", "[1]", "content type JSON and NotAnEvent")]
    [InlineData("application/json", "{\"a\"", null)]
    [InlineData("application/vnd.amazon.eventstream", Json, "a body that is JSON")]
    [InlineData("application/vnd.amazon.eventstream", "", null)]
    [InlineData("text/event-stream", Json, "content type text/event-stream")]
    [InlineData(null, Json, "no content type")]
    public void WhatAResponseSaysThatItIsHasToBeTrue(string? contentType, string body, string? problem) =>
        Shows(problem, contentType, Encoding.UTF8.GetBytes(body));

    [Fact]
    public void FramesAreFrames()
    {
        Shows(null, Bodies.Framed, Frame);
        Shows("content type JSON and NotJson", "application/json", Frame);
        Shows("content type application/octet-stream", "application/octet-stream", Frame);
    }

    [Fact]
    public void AStreamIsToldInAFewWords()
    {
        Assert.Equal("no event", StreamWords.Of(Bodies.Read("")));
        Assert.Equal("flowOutputEvent, flowOutputEvent", StreamWords.Of(Bodies.Read(Frame, Frame)));
        Assert.Equal(
            "flowOutputEvent; Truncated at byte 22: expected whole JSON, got the end of the stream within it",
            StreamWords.Of(Bodies.Read(Json + "{"))
        );
        Assert.EndsWith(
            "flowOutputEvent and 3 more",
            StreamWords.Of(Bodies.Read(string.Concat(Enumerable.Repeat(Json, 9)))),
            StringComparison.Ordinal
        );
    }

    private static void Shows(string? problem, string? contentType, byte[] body)
    {
        var response = Bodies.Of(contentType, body);
        var look = StreamType.IsTrue(response, StreamDecoder.Decode(response));
        Assert.True(look.IsShown);
        if (problem is null)
            Assert.Null(look.Problem);
        else
            Assert.Contains(problem, look.Problem, StringComparison.Ordinal);
    }
}
