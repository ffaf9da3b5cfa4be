using System.Text;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Reports;
using FsCheck.Xunit;

namespace Conformance.Engine.Tests.Exchanges.Streams;

public sealed class StreamDecoderTests
{
    private const string Json = """{"flowOutputEvent":{}}""";
    private static readonly byte[] Frame = Frames.Event("flowOutputEvent", "{}");

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/x-ndjson")]
    [InlineData("application/jsonl")]
    [InlineData("application/problem+json")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public void JsonIsReadUnderEveryTypeThatMayHoldIt(string? contentType) =>
        Assert.Equal(
            ["flowOutputEvent"],
            StreamDecoder.Decode(Bodies.Of(contentType, Encoding.UTF8.GetBytes(Json))).Names()
        );

    [Theory]
    [InlineData("application/vnd.amazon.eventstream")]
    [InlineData("Application/Vnd.Amazon.EventStream; x=y")]
    [InlineData("application/octet-stream")]
    [InlineData(null)]
    public void FramesAreReadUnderEveryTypeThatMayHoldThem(string? contentType) =>
        Assert.Equal(["flowOutputEvent"], StreamDecoder.Decode(Bodies.Of(contentType, Frame)).Names());

    [Fact]
    public void TheContentTypeDecidesWhatTheBytesHaveToBe()
    {
        Assert.Equal(
            StreamFaultKind.PreludeChecksum,
            StreamDecoder.Decode(Bodies.Of(Bodies.Framed, Encoding.UTF8.GetBytes(Json))).Fault?.Kind
        );
        Assert.Equal(StreamFaultKind.NotJson, StreamDecoder.Decode(Bodies.Of("application/json", Frame)).Fault?.Kind);
        Assert.Equal(
            StreamFaultKind.UnknownEncoding,
            StreamDecoder.Decode(Bodies.Of("text/html", Encoding.UTF8.GetBytes("<html>"))).Fault?.Kind
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Bodies.Framed)]
    [InlineData("application/json")]
    public void NoBytesAreNoEvents(string? contentType)
    {
        var stream = StreamDecoder.Decode(Bodies.Of(contentType, []));
        Assert.Empty(stream.Events);
        Assert.Null(stream.Fault);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnEventCameWhenItsLastByteCame(bool isFramed)
    {
        byte[] one = isFramed ? Frame : Encoding.UTF8.GetBytes(Json);
        var response = Bodies.Of(isFramed ? Bodies.Framed : "application/json", [.. one, .. one, .. one]) with
        {
            Arrivals = [new(0, 10), new(one.Length - 1, 20), new(one.Length, 30), new(one.Length + 1, 40)],
        };
        Assert.Equal([20.0, 40.0, 40.0], StreamDecoder.Decode(response).Events.Select(e => e.AtMilliseconds!.Value));
        var unknown = StreamDecoder.Decode(response with { Arrivals = null });
        Assert.All(unknown.Events, e => Assert.Null(e.AtMilliseconds));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ThatARestIsMissingIsNoSecondFaultOfAStreamThatBrokeOff(bool isFramed)
    {
        byte[] one = isFramed ? Frame : Encoding.UTF8.GetBytes(Json);
        var cut = Bodies.Of(isFramed ? Bodies.Framed : "application/json", [.. one, .. one[..^2]]);
        var failure = new TransportFailure(TransportFailureKind.Disconnected, "gone");
        var broken = StreamDecoder.Decode(cut with { BrokenOff = failure });
        Assert.Equal((null, failure, null), (broken.Fault, broken.BrokenOff, broken.Unread));
        var endless = StreamDecoder.Decode(cut with { IsTruncated = true });
        Assert.Equal((null, null), (endless.Fault, endless.BrokenOff));
        Assert.Contains("larger than the", endless.Unread, StringComparison.Ordinal);
        var slow = StreamDecoder.Decode(cut with { BrokenOff = failure, WasStillComing = true });
        Assert.Equal((null, null), (slow.Fault, slow.BrokenOff));
        Assert.Contains("still coming when", slow.Unread, StringComparison.Ordinal);
        Assert.Equal(StreamFaultKind.Truncated, StreamDecoder.Decode(cut).Fault?.Kind);
        Assert.Single(broken.Events);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MoreEventsThanTheKitLooksAtAreALimitOfTheKit(bool isFramed)
    {
        var one = isFramed ? Frame : Encoding.UTF8.GetBytes(Json);
        var many = Enumerable.Repeat(one, EventReading.MostEvents).SelectMany(bytes => bytes).ToArray();
        var type = isFramed ? Bodies.Framed : "application/json";
        Assert.Null(StreamDecoder.Decode(Bodies.Of(type, many)).Unread);
        var stream = StreamDecoder.Decode(Bodies.Of(type, [.. many, .. one]));
        Assert.Equal((EventReading.MostEvents, EventReading.TooMany), (stream.Events.Length, stream.Unread));
        Assert.Null(stream.Fault);
    }

    [Fact]
    public void AFrameThatIsDeeperThanTheKitReadsHidesNoOther()
    {
        var stream = Bodies.Read(Frames.Event("somethingNew", Deep.Json), Frame);
        Assert.Equal(["somethingNew", "flowOutputEvent"], stream.Names());
        Assert.Contains("nested deeper", stream.Events[0].Unread, StringComparison.Ordinal);
        Assert.Equal((null, null, null), (stream.Unread, stream.Fault, stream.Events[0].Problem));
    }

    [Property(MaxTest = 2000)]
    public void WhateverIsSentIsData(byte[] bytes, bool isFramed)
    {
        var type = isFramed ? Bodies.Framed : "application/json";
        StreamDecoder.Decode(Bodies.Of(type, bytes));
        StreamDecoder.Decode(Bodies.Of(type, Frames.Message([], bytes)));
        StreamDecoder.Decode(Bodies.Of(type, Frames.Message(bytes, [])));
    }
}
