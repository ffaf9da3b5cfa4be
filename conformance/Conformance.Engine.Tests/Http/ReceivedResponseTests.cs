using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

public sealed class ReceivedResponseTests
{
    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task StatusHeadersAndBodyComeBackAsTheyWereSent(Way way)
    {
        var response = await Response(
            way,
            "HTTP/1.1 418 Teapot\r\nX-One: a\r\nX-Two: b\u00e9\r\nX-One: c\r\nContent-Type: text/x; a=\"b\"\r\nContent-Length: 3\r\n\r\n\0\u0080\u00ff"
        );
        Assert.Equal(418, response.Status);
        Assert.Equal(
            ["a", "c"],
            response.Headers.Where(header => header.Name == "X-One").Select(header => header.Value)
        );
        Assert.Equal("b\u00e9", response.Header("x-two"));
        Assert.Equal("text/x; a=\"b\"", response.Header("Content-Type"));
        Assert.Equal("\0\u0080\u00ff", response.Body.Text());
        Assert.False(response.IsTruncated);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AnInterimResponseIsPassedOver(Way way) =>
        Assert.Equal(
            201,
            (
                await Response(
                    way,
                    "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"
                )
            ).Status
        );

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AResponseToHeadHasNoBodyWhateverItsLengthSays(Way way)
    {
        await using var target = Loopback.Responding("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
        var exchange = await way.Send(target.Url, Requests.Get with { Method = "HEAD" });
        Assert.Equal("100", exchange.Response?.Header("Content-Length"));
        Assert.Equal(0, exchange.Response?.Body.Length);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ARedirectIsAResponseNotAnOrder(Way way)
    {
        await using var target = Loopback.Responding(
            "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
        );
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Equal(302, exchange.Response?.Status);
        Assert.Single(target.Requests);
    }

    [Fact]
    public async Task ACookieIsRecordedAndNeverSentBack()
    {
        await using var target = Loopback.That(async connection =>
        {
            while (await connection.ReadRequest() is not null)
                await connection.Write(
                    "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: =;;\r\nContent-Length: 0\r\n\r\n"
                );
        });
        using var transport = Way.RestSharp.Open();
        await transport.Send(target.Url, Requests.Get, TestContext.Current.CancellationToken);
        var second = await transport.Send(target.Url, Requests.Get, TestContext.Current.CancellationToken);
        Assert.Equal(2, second.Response?.Headers.Count(header => header.Name == "Set-Cookie"));
        Assert.All(
            target.Requests,
            request => Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task AResponseToAHalfReadRequestCounts()
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadMore();
            await connection.Write("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
            await connection.Hang();
        });
        var large = new WireRequest("PUT", "/", [], new byte[16 << 20]);
        Assert.Equal(413, (await Way.RawSocket.Send(target.Url, large)).Response?.Status);
    }

    [Fact]
    public async Task ARawSocketRejectsLengthsThatContradictEachOther()
    {
        await using var target = Loopback.Responding(
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"
        );
        var exchange = await Way.RawSocket.Send(target.Url, Requests.Get);
        Assert.Equal(TransportFailureKind.Malformed, exchange.Failure?.Kind);
    }

    private static async Task<ReceivedResponse> Response(Way way, string response)
    {
        await using var target = Loopback.Responding(response);
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Null(exchange.Failure);
        return Assert.IsType<ReceivedResponse>(exchange.Response);
    }
}
