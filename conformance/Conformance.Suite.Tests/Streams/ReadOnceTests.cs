using System.Text;
using Conformance.Reports;
using Conformance.Suite.Proving;
using Conformance.Suite.Streams;
using Conformance.Suite.Tests.Proving;

namespace Conformance.Suite.Tests.Streams;

public sealed class ReadOnceTests
{
    private static readonly ReceivedResponse Plain = Bodies.Of(
        "application/json",
        Encoding.UTF8.GetBytes("""{"flowOutputEvent":{}}""")
    );

    [Fact]
    public void AResponseIsDecodedOnceHoweverManyLookAtIt()
    {
        var exchange = ReadOnce.Of(Seen.Answer(Plain));
        Assert.Same(StreamDecoder.Decode(exchange.Response!), StreamDecoder.Decode(exchange.Response!));
        Assert.Same(exchange, ReadOnce.Of(exchange));
        Assert.NotSame(StreamDecoder.Decode(Plain), StreamDecoder.Decode(Plain));
    }

    [Fact]
    public void ACutCopyKeepsNothingOfWhatWasRead()
    {
        var response = ReadOnce.Of(Seen.Answer(Plain)).Response!;
        var whole = StreamDecoder.Decode(response);
        var cut = response with { Body = Encoding.UTF8.GetBytes("[]") };
        Assert.Single(whole.Events);
        Assert.Empty(StreamDecoder.Decode(cut).Events);
        Assert.NotSame(whole, StreamDecoder.Decode(response with { Status = 200 }));
    }

    [Fact]
    public void WhatHasBeenReadMakesNoDifference()
    {
        var (read, unread) = (ReadOnce.Of(Seen.Answer(Plain)).Response!, ReadOnce.Of(Seen.Answer(Plain)).Response!);
        Assert.Single(StreamDecoder.Decode(read).Events);
        Assert.Equal(read, unread);
        Assert.Equal(read.GetHashCode(), unread.GetHashCode());
    }

    [Fact]
    public void APassingFaultStaysTheResponseItself() =>
        Assert.True(ReadOnce.Of(Seen.Answer(Plain) with { PassingFault = Plain }).IsPassingFault());
}
