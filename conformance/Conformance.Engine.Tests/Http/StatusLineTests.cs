using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

/// <summary>Whatever stands in the first line of a response, the transport says with a type whether there was one.</summary>
public sealed class StatusLineTests
{
    private const string NoBody = "\r\nContent-Length: 0\r\n\r\n";

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task AStatusFrom200IsAResponse(Way way, string line, int status)
    {
        await using var target = Loopback.Responding(line + NoBody);
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Null(exchange.Failure);
        Assert.Equal(status, exchange.Response?.Status);
    }

    [Theory]
    [MemberData(nameof(NoStatuses))]
    public async Task WhatIsNoStatusOfAnyClassIsMalformed(Way way, string line)
    {
        await using var target = Loopback.Responding(line + NoBody);
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Null(exchange.Response);
        Assert.Equal(TransportFailureKind.Malformed, exchange.Failure?.Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task InterimResponsesGoBeforeTheFinalOne(Way way)
    {
        var interim = string.Concat(
            Enumerable.Repeat("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", 50)
        );
        await using var target = Loopback.Responding($"HTTP/1.1 100 Continue\r\n\r\n{interim}HTTP/1.1 201 C{NoBody}");
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Equal(201, exchange.Response?.Status);
        Assert.Null(exchange.Response?.Header("Link"));
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AnInterimResponseAloneIsALostConnection(Way way)
    {
        await using var target = Loopback.Responding("HTTP/1.1 100 Continue\r\n\r\n");
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Equal(TransportFailureKind.Disconnected, exchange.Failure?.Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AnUpgradeThatNobodyAskedForIsAResponseThatEndsWithItsHead(Way way)
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nbytes"
            );
            await connection.Hang();
        });
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Equal((101, 0), (exchange.Response?.Status, exchange.Response?.Body.Length));
    }

    public static TheoryData<Way, string, int> Statuses() =>
        Both(
            ("HTTP/1.1 200", 200),
            ("HTTP/1.1 200 ", 200),
            ("HTTP/1.0 204 No Content", 204),
            ("HTTP/1.7 201 Created", 201),
            ("HTTP/1.1 418 \u00e9\u00ff", 418),
            ("HTTP/1.1 599 X", 599),
            ("HTTP/1.1 600 X", 600),
            ("HTTP/1.1 999 X", 999)
        );

    public static TheoryData<Way, string> NoStatuses()
    {
        var data = new TheoryData<Way, string>();
        foreach (
            var line in (string[])
                [
                    "HTTP/1.1 000 X",
                    "HTTP/1.1 001 X",
                    "HTTP/1.1 099 X",
                    "HTTP/1.1 1 X",
                    "HTTP/1.1 99 X",
                    "HTTP/1.1 1000 X",
                    "HTTP/1.1 -20 X",
                    "HTTP/1.1 +20 X",
                    "HTTP/1.1 2e2 X",
                    "HTTP/1.1 0x1 X",
                    "HTTP/1.1  200 X",
                    "HTTP/1.1 200OK",
                    "HTTP/1.1\t200 X",
                    "HTTP/1.1",
                    "HTTP/3.0 200 OK",
                    "HTTP/2 200",
                    "HTTP/0.9 200 OK",
                    "http/1.1 200 OK",
                    " HTTP/1.1 200 OK",
                    "200 OK",
                    "<html>it is HTTP/0.9</html>",
                ]
        )
        {
            data.Add(Way.RestSharp, line);
            data.Add(Way.RawSocket, line);
        }
        return data;
    }

    private static TheoryData<Way, string, int> Both(params (string Line, int Status)[] lines)
    {
        var data = new TheoryData<Way, string, int>();
        foreach (var (line, status) in lines)
        {
            data.Add(Way.RestSharp, line, status);
            data.Add(Way.RawSocket, line, status);
        }
        return data;
    }
}
