using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

public sealed class StreamTests
{
    private const string Framed = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\n";
    private const string Json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private const string Chunked = "Transfer-Encoding: chunked\r\n\r\n";

    private static readonly WireRequest Invoke = Requests.Put("/", "{}") with { ExpectsStream = true };

    [Theory]
    [InlineData(Way.RestSharp, Framed)]
    [InlineData(Way.RawSocket, Framed)]
    [InlineData(Way.RestSharp, Json)]
    [InlineData(Way.RawSocket, Json)]
    public async Task WhenTheBytesOfAStreamCameIsKept(Way way, string head)
    {
        var time = new ManualTime();
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await time.NextReading();
            time.Advance(TimeSpan.FromMilliseconds(300));
            await connection.Write(head + Chunked + "3\r\nabc\r\n");
            await time.NextReading();
            time.Advance(TimeSpan.FromMilliseconds(700));
            await connection.Write("2\r\nde\r\n0\r\n\r\n");
        });
        var response = await Response(way, target, Invoke, time: time);
        Assert.Equal("abcde", response.Body.Text());
        Assert.Equal([new Arrival(0, 300), new Arrival(3, 1000)], response.Arrivals!.Value);
        Assert.Null(response.BrokenOff);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ManySmallChunksMakeNoMoreArrivalsThanTheTimeHasThousandths(Way way)
    {
        var chunks = string.Concat(Enumerable.Repeat("1\r\nx\r\n", 20_000));
        await using var target = Loopback.Responding($"{Framed}{Chunked}{chunks}0\r\n\r\n");
        var response = await Response(way, target, Invoke);
        Assert.Equal(20_000, response.Body.Length);
        Assert.InRange(response.Arrivals!.Value.Length, 1, 1001);
    }

    [Theory]
    [InlineData(Way.RestSharp, Framed)]
    [InlineData(Way.RawSocket, Framed)]
    [InlineData(Way.RestSharp, Json)]
    [InlineData(Way.RawSocket, Json)]
    public async Task WhatCameBeforeAStreamBrokeOffIsKept(Way way, string head)
    {
        await using var target = Loopback.Responding(head + Chunked + "3\r\nabc\r\n9\r\nde");
        var response = await Response(way, target, Invoke);
        Assert.Equal("abcde", response.Body.Text());
        Assert.Equal(TransportFailureKind.Disconnected, response.BrokenOff?.Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AChunkThatIsNoneBreaksTheStreamOffAsMalformed(Way way)
    {
        var time = new ManualTime();
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write(Framed + Chunked + "3\r\nabc\r\n");
            // The client library drops what it has not handed out yet when it meets such a chunk.
            await time.NextReading();
            await time.NextReading();
            await connection.Write("zz\r\n");
        });
        var response = await Response(way, target, Invoke, time: time);
        Assert.Equal("abc", response.Body.Text());
        Assert.Equal(TransportFailureKind.Malformed, response.BrokenOff?.Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", false)]
    [InlineData(Way.RawSocket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", false)]
    [InlineData(Way.RestSharp, "HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\n", true)]
    [InlineData(Way.RawSocket, "HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\n", true)]
    public async Task AnythingElseThatBreaksOffIsNoResponse(Way way, string head, bool expectsStream)
    {
        await using var target = Loopback.Responding(head + "Content-Length: 9\r\n\r\nabc");
        var exchange = await way.Send(target.Url, Invoke with { ExpectsStream = expectsStream });
        Assert.Null(exchange.Response);
        Assert.Equal(TransportFailureKind.Disconnected, exchange.Failure?.Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AResponseThatIsNoStreamHasNoArrivals(Way way)
    {
        await using var target = Loopback.Responding($"{Json}Content-Length: 3\r\n\r\nabc");
        Assert.Null((await Response(way, target, Requests.Get)).Arrivals);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AStreamOfSomeMegabytesComesWhole(Way way)
    {
        var body = new string('x', 5 << 20);
        await using var target = Loopback.Responding($"{Framed}Content-Length: {body.Length}\r\n\r\n{body}");
        var response = await Response(way, target, Invoke);
        Assert.Equal((5 << 20, false), (response.Body.Length, response.IsTruncated));
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AStreamThatGoesOnPastItsLimitIsCut(Way way)
    {
        await using var target = Loopback.Responding(Framed + "\r\n123456789");
        var response = await Response(way, target, Invoke, new TargetClientOptions { MaxStreamBytes = 8 });
        Assert.Equal(("12345678", true), (response.Body.Text(), response.IsTruncated));
        Assert.Null(response.BrokenOff);
    }

    [Fact]
    public async Task ALaneReadsTheNextResponseAsIfThereHadBeenNoStream()
    {
        await using var target = Loopback.Responding(Framed + Chunked + "3\r\nabc\r\n9\r\nde");
        using var transport = Way.RestSharp.Open();
        await transport.Send(target.Url, Invoke, TestContext.Current.CancellationToken);
        await using var other = Loopback.Responding($"{Json}Content-Length: 3\r\n\r\nxyz");
        var exchange = await transport.Send(other.Url, Requests.Get, TestContext.Current.CancellationToken);
        Assert.Equal("xyz", exchange.Response?.Body.Text());
        Assert.Null(exchange.Response?.Arrivals);
    }

    private static async Task<ReceivedResponse> Response(
        Way way,
        Loopback target,
        WireRequest request,
        TargetClientOptions? options = null,
        TimeProvider? time = null
    )
    {
        var exchange = await way.Send(target.Url, request, options, time);
        Assert.Null(exchange.Failure);
        return Assert.IsType<ReceivedResponse>(exchange.Response);
    }
}
