using System.Globalization;
using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

public sealed class MalformedTests
{
    [Theory]
    [MemberData(nameof(WhatIsNotHttp))]
    public async Task WhatIsNotHttpIsMalformed(Way way, string response)
    {
        await using var target = Loopback.Responding(response);
        Assert.Equal(TransportFailureKind.Malformed, (await FailureOf(way, target)).Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AHeadWithoutEndIsMalformed(Way way)
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write("HTTP/1.1 200 OK\r\n");
            for (var i = 0; i < 100_000; i++)
                await connection.Write(
                    string.Create(CultureInfo.InvariantCulture, $"X-{i}: {new string('x', 1000)}\r\n")
                );
        });
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Equal(TransportFailureKind.Malformed, exchange.Failure?.Kind);
    }

    [Fact]
    public async Task TheMessageOfARawSocketShowsWhatCameInstead()
    {
        await using var target = Loopback.Responding("SSH-2.0-OpenSSH_9.9\r\n");
        var failure = await FailureOf(Way.RawSocket, target);
        Assert.Contains("\"SSH-2.0-OpenSSH_9.9\\x0D\\x0A\"", failure.Detail, StringComparison.Ordinal);
    }

    public static TheoryData<Way, string> WhatIsNotHttp()
    {
        string[] responses =
        [
            "SSH-2.0-OpenSSH_9.9\r\n",
            "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007 and so on, and never a line\r\n\r\n",
            "<html>HTTP/1.1 200 OK</html>\r\n\r\n",
            "HTTP/1.1 abc OK\r\n\r\n",
            "HTTP/1.1 20 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno header line\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}}",
            "HTTP/1.1 200 OK\r\nContent-Length: 2, 3\r\n\r\n{}}",
            "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n",
        ];
        var data = new TheoryData<Way, string>();
        foreach (var response in responses)
        {
            data.Add(Way.RestSharp, response);
            data.Add(Way.RawSocket, response);
        }
        return data;
    }

    [Theory]
    [InlineData(Way.RestSharp, "2\r\nContent-Length: 2")]
    [InlineData(Way.RawSocket, "2\r\nContent-Length: 2")]
    [InlineData(Way.RestSharp, "2, 2")]
    [InlineData(Way.RawSocket, "2, 2")]
    public async Task TheSameLengthTwiceIsALength(Way way, string length)
    {
        await using var target = Loopback.Responding($"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{{}}");
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Equal("{}"u8, exchange.Response!.Body.Span);
    }

    private static async Task<TransportFailure> FailureOf(Way way, Loopback target, TargetClientOptions? options = null)
    {
        var exchange = await way.Send(target.Url, Requests.Get, options);
        Assert.Null(exchange.Response);
        return Assert.IsType<TransportFailure>(exchange.Failure);
    }
}
