using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

public sealed class WireRequestTests
{
    private const string Agent = "User-Agent: conformance/0.1.0\r\n";

    [Theory]
    [InlineData(Way.RestSharp, "")]
    [InlineData(Way.RawSocket, "Connection: close\r\n")]
    public async Task ARequestWithABodyGoesOutByteForByte(Way way, string connection)
    {
        await using var target = Loopback.Listening();
        var request = Requests.Put(
            "/a?b=c",
            "{\"é\":1}",
            new Header("X-A", " spaced  "),
            new Header("Content-Language", "en")
        );
        await way.Send(target.Url, request);
        var bytes = Assert.Single(target.Requests);
        Assert.StartsWith(
            $"PUT /a?b=c HTTP/1.1\r\nHost: {target.Url.Authority}\r\n{Agent}X-A:  spaced  \r\n",
            bytes,
            StringComparison.Ordinal
        );
        Assert.Contains(connection, bytes, StringComparison.Ordinal);
        Assert.EndsWith(
            "Content-Type: application/json\r\nContent-Length: 8\r\n\r\n{\"\u00c3\u00a9\":1}",
            bytes,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task ARequestWithoutABodyCarriesNoHeaderThatNobodyAskedFor(string method)
    {
        await using var target = Loopback.Listening();
        await Way.RestSharp.Send(target.Url, Requests.Get with { Method = method });
        Assert.Equal(
            $"{method} / HTTP/1.1\r\nHost: {target.Url.Authority}\r\n{Agent}\r\n",
            Assert.Single(target.Requests)
        );
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("POST")]
    [InlineData("PATCH")]
    public async Task AMethodThatExpectsABodySaysThatThereIsNone(string method)
    {
        await using var target = Loopback.Listening();
        await Way.RestSharp.Send(target.Url, Requests.Get with { Method = method });
        Assert.EndsWith("Content-Length: 0\r\n\r\n", Assert.Single(target.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("APPLICATION/x ; =")]
    [InlineData("nonsense")]
    public async Task TheContentTypeIsSentAsGiven(string contentType)
    {
        await using var target = Loopback.Listening();
        await Way.RestSharp.Send(target.Url, Requests.Put("/", "{}") with { ContentType = contentType });
        Assert.Contains(
            $"\r\nContent-Type: {contentType}\r\n",
            Assert.Single(target.Requests),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task WithoutAContentTypeThereIsNoSuchHeader(Way way)
    {
        await using var target = Loopback.Listening();
        await way.Send(target.Url, Requests.Put("/", "{}") with { ContentType = null });
        Assert.DoesNotContain("Content-Type", Assert.Single(target.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task WhatIsRecordedIsWhatWentOut(Way way)
    {
        await using var target = Loopback.Listening();
        var exchange = await way.Send(
            target.Url,
            Requests.Put("/x", "{}", new Header("X-A", "b"), new Header("Accept", "*/*"))
        );
        var bytes = Assert.Single(target.Requests);
        var lines = bytes.Split("\r\n").Skip(1).TakeWhile(line => line.Length > 0);
        Assert.Equal(lines, exchange.Request.Headers.Select(header => $"{header.Name}: {header.Value}"));
        Assert.Equal("{}", exchange.Request.Body?.Text());
    }
}
