using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

public sealed class RawOnlyTests
{
    [Fact]
    public async Task WhatALibraryWouldTidyUpGoesThroughARawSocket()
    {
        await using var target = Loopback.Listening();
        using var client = Requests.TargetClient(target.Url);
        WireRequest[] odd =
        [
            Requests.Get with
            {
                Method = "get",
            },
            Requests.Get with
            {
                Headers = [new Header("X-A", "1"), new Header("x-a", "2")],
            },
            Requests.Get with
            {
                Headers = [new Header("not a token", "1")],
            },
            Requests.Get with
            {
                Headers = [new Header("X-A", "\u00e9")],
            },
            Requests.Get with
            {
                Headers = [new Header("Host", "elsewhere")],
            },
            Requests.Get with
            {
                Target = "*",
            },
            Requests.Get with
            {
                Target = "/\u00e9",
            },
        ];
        foreach (var request in odd)
            await client.Send(request, TestContext.Current.CancellationToken);
        Assert.Collection(
            target.Requests,
            bytes => Assert.StartsWith("get / ", bytes, StringComparison.Ordinal),
            bytes => Assert.Contains("\r\nX-A: 1\r\nx-a: 2\r\n", bytes, StringComparison.Ordinal),
            bytes => Assert.Contains("\r\nnot a token: 1\r\n", bytes, StringComparison.Ordinal),
            bytes => Assert.Contains("\r\nX-A: \u00e9\r\n", bytes, StringComparison.Ordinal),
            bytes =>
                Assert.StartsWith(
                    "GET / HTTP/1.1\r\nUser-Agent: conformance/0.1.0\r\nHost: elsewhere\r\n",
                    bytes,
                    StringComparison.Ordinal
                ),
            bytes => Assert.StartsWith("GET * HTTP/1.1\r\n", bytes, StringComparison.Ordinal),
            bytes => Assert.StartsWith("GET /\u00e9 HTTP/1.1\r\n", bytes, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task ADeclaredLengthIsSentWhateverTheBodyIs()
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadMore();
            await connection.Write(
                "HTTP/1.1 400 Bad Request\r\nX-Got: "
                    + connection.TakeUnread().Split("\r\n\r\n")[1]
                    + "\r\nContent-Length: 0\r\n\r\n"
            );
        });
        using var client = Requests.TargetClient(target.Url);
        var exchange = await client.Send(
            Requests.Put("/", "{}") with
            {
                DeclaredLength = 500,
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal("500", exchange.Request.Headers.Line("Content-Length"));
        Assert.Equal("{}", exchange.Response?.Header("X-Got"));
    }
}
