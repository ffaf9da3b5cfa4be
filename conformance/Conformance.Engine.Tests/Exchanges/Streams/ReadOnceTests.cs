using System.IO.Compression;
using System.Text;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Tests.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Exchanges.Streams;

public sealed class ReadOnceTests
{
    private static readonly ReceivedResponse Plain = Bodies.Of(
        "application/json",
        Encoding.UTF8.GetBytes("""{"flowOutputEvent":{}}""")
    );

    [Fact]
    public void AResponseIsDecodedOnceHoweverManyLookAtIt()
    {
        var exchange = ReadOnce.Of(Seen.Response(Plain));
        Assert.Same(StreamDecoder.Decode(exchange.Response!), StreamDecoder.Decode(exchange.Response!));
        Assert.Same(exchange, ReadOnce.Of(exchange));
        Assert.NotSame(StreamDecoder.Decode(Plain), StreamDecoder.Decode(Plain));
    }

    [Fact]
    public void ACutCopyKeepsNothingOfWhatWasRead()
    {
        var response = ReadOnce.Of(Seen.Response(Plain)).Response!;
        var whole = StreamDecoder.Decode(response);
        var cut = response with { Body = Encoding.UTF8.GetBytes("[]") };
        Assert.Single(whole.Events);
        Assert.Empty(StreamDecoder.Decode(cut).Events);
        Assert.NotSame(whole, StreamDecoder.Decode(response with { Status = 200 }));
    }

    [Fact]
    public void WhatHasBeenReadMakesNoDifference()
    {
        var (read, unread) = (ReadOnce.Of(Seen.Response(Plain)).Response!, ReadOnce.Of(Seen.Response(Plain)).Response!);
        Assert.Single(StreamDecoder.Decode(read).Events);
        Assert.Equal(read, unread);
        Assert.Equal(read.GetHashCode(), unread.GetHashCode());
    }

    [Fact]
    public void APassingFaultStaysTheResponseItself() =>
        Assert.True(ReadOnce.Of(Seen.Response(Plain) with { PassingFault = Plain }).IsPassingFault());

    [Theory]
    [InlineData("gzip")]
    [InlineData("X-GZIP")]
    [InlineData("deflate")]
    [InlineData("DEFLATE")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    public void ACodedBodyIsUnpacked(string coding)
    {
        var exchange = ReadOnce.Of(Seen.Response(Coded("""{"a":1}""", coding)));
        Assert.Equal(1, exchange.Json()?.GetProperty("a").GetInt32());
        Assert.Null(exchange.Unread());
    }

    [Fact]
    public void SoIsAPassingFault()
    {
        var fault = Coded("""{"a":1}""", "gzip");
        var exchange = ReadOnce.Of(Seen.Response(Plain) with { PassingFault = fault });
        Assert.Equal("""{"a":1}"""u8, exchange.PassingFault!.Body.Span);
    }

    [Fact]
    public void SoIsAStreamOfWhichNobodyKnowsThenWhenItsEventsCame()
    {
        var coded = Coded("""{"flowOutputEvent":{}}""", "gzip") with { Arrivals = [new Arrival(0, 1)] };
        var @event = Assert.Single(StreamDecoder.Decode(ReadOnce.Of(Seen.Response(coded)).Response!).Events);
        Assert.Null(@event.AtMilliseconds);
    }

    [Theory]
    [InlineData("""{"a":1}""", "gzip")]
    [InlineData("""{"a":1}""", "zstd")]
    [InlineData("", "gzip")]
    public void ACodingThatIsClaimedOfPlainBytesMakesNoDifference(string body, string coding)
    {
        var response = Bodies.Of("application/json", Encoding.UTF8.GetBytes(body));
        response = response with { Headers = [.. response.Headers, new Header("Content-Encoding", coding)] };
        var exchange = ReadOnce.Of(Seen.Response(response));
        Assert.Equal(body.Length > 0, exchange.Json() is not null);
        Assert.Null(exchange.Unread());
    }

    [Theory]
    [InlineData("zstd", "does not undo")]
    [InlineData("gzip, br", "does not undo")]
    [InlineData("gzip", "unpacks to more than the 1,048,576 bytes")]
    public void WhatTheKitDoesNotUnpackIsUnreadAndNoFault(string coding, string why)
    {
        var response = Coded(new string(' ', 2_000_000), "gzip");
        response = response with
        {
            Headers = [.. response.Headers.SkipLast(1), new Header("Content-Encoding", coding)],
        };
        var exchange = ReadOnce.Of(Seen.Response(response));
        Assert.Null(exchange.Json());
        Assert.Contains(why, exchange.Unread(), StringComparison.Ordinal);
        Assert.Contains(why, StreamDecoder.Decode(exchange.Response!).Unread, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsCodedInNoWayIsJudgedAsItCame()
    {
        var response = Bodies.Of("application/json", "neither"u8.ToArray());
        response = response with { Headers = [.. response.Headers, new Header("Content-Encoding", "gzip")] };
        var exchange = ReadOnce.Of(Seen.Response(response));
        Assert.Null(exchange.Json());
        Assert.Null(exchange.Unread());
    }

    private static ReceivedResponse Coded(string body, string coding)
    {
        using var packed = new MemoryStream();
        using (
            Stream packing = coding switch
            {
                "DEFLATE" => new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                _ => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            }
        )
            packing.Write(Encoding.UTF8.GetBytes(body));
        var response = Bodies.Of("application/json", packed.ToArray());
        return response with { Headers = [.. response.Headers, new Header("Content-Encoding", coding)] };
    }
}
