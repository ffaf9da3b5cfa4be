using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

/// <summary>Both transports reach a target through a proxy, which changes nothing on the way.</summary>
public sealed class ProxyTunnelTests
{
    private static readonly Uri Named = new("http://target.test/");

    public static TheoryData<Way, bool> WaysAndKinds =>
        new()
        {
            { Way.RestSharp, false },
            { Way.RestSharp, true },
            { Way.RawSocket, false },
            { Way.RawSocket, true },
        };

    [Theory]
    [MemberData(nameof(WaysAndKinds))]
    public async Task ARequestArrivesAsItWasSentAndTheResponseAsItWasGiven(Way way, bool isSocks)
    {
        await using var target = Loopback.Responding("HTTP/1.1 418 Teapot\r\nX-Odd:  1\r\nContent-Length: 2\r\n\r\nok");
        await using var proxy = new LoopbackProxy(target.Url) { IsSocks = isSocks };
        var exchange = await way.Send(Named, Requests.Put("/a/../%7e?b", "{}", new Header("X-A", "b")), Through(proxy));
        Assert.Equal((418, "ok"), (exchange.Response?.Status, exchange.Response?.Body.Text()));
        Assert.Equal(["target.test:80"], proxy.Asked);
        var sent = Assert.Single(target.Requests);
        Assert.StartsWith("PUT /a/../%7e?b HTTP/1.1\r\nHost: target.test\r\n", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("proxy", sent, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(WaysAndKinds))]
    public async Task HttpsIsSpokenWithTheTargetItself(Way way, bool isSocks)
    {
        await using var target = Loopback.SecureThat(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write("HTTP/1.1 204 No Content\r\n\r\n");
        });
        await using var proxy = new LoopbackProxy(target.Url) { IsSocks = isSocks };
        var options = Through(proxy) with { TrustsAnyCertificate = true };
        var exchange = await way.Send(new("https://target.test/"), Requests.Get, options);
        Assert.Equal(204, exchange.Response?.Status);
        Assert.Equal(["target.test:443"], proxy.Asked);
        Assert.Single(target.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:81/", "127.0.0.1:81", false)]
    [InlineData("http://127.0.0.1:81/", "127.0.0.1:81", true)]
    [InlineData("http://[fd00::1]:81/", "[fd00::1]:81", false)]
    [InlineData("http://[fd00::1]:81/", "fd00::1:81", true)]
    [InlineData("http://bücher.test/", "xn--bcher-kva.test:80", false)]
    [InlineData("http://bücher.test/", "xn--bcher-kva.test:80", true)]
    public async Task TheProxyIsAskedForTheTargetByNameOrAddress(string url, string asked, bool isSocks)
    {
        await using var target = Loopback.Listening();
        await using var proxy = new LoopbackProxy(target.Url) { IsSocks = isSocks };
        Assert.Equal(200, (await Way.RawSocket.Send(new(url), Requests.Get, Through(proxy))).Response?.Status);
        Assert.Equal([asked], proxy.Asked);
    }

    [Theory]
    [MemberData(nameof(WaysAndKinds))]
    public async Task CredentialsAreGivenToTheProxyAlone(Way way, bool isSocks)
    {
        await using var target = Loopback.Listening();
        await using var proxy = new LoopbackProxy(target.Url) { IsSocks = isSocks, Credentials = "mé:s3cr3t@" };
        var exchange = await way.Send(Named, Requests.Get, Through(proxy, "m%C3%A9:s3cr3t%40@"));
        Assert.Equal(200, exchange.Response?.Status);
        Assert.DoesNotContain("s3cr3t", Assert.Single(target.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain("Proxy-", Assert.Single(target.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(Way.RestSharp, false, "", "asks for credentials")]
    [InlineData(Way.RestSharp, false, "me:wrong@", "rejects the credentials of its URL (407)")]
    [InlineData(Way.RawSocket, false, "", "asks for credentials (407)")]
    [InlineData(Way.RawSocket, false, "me:wrong@", "rejects the credentials of its URL (407)")]
    [InlineData(Way.RestSharp, true, "", "asks for credentials")]
    [InlineData(Way.RawSocket, true, "me:wrong@", "rejects the credentials of its URL")]
    public async Task AProxyThatKnowsUsNotIsToldFromATarget(Way way, bool isSocks, string user, string says)
    {
        await using var proxy = new LoopbackProxy(Named) { IsSocks = isSocks, Credentials = "me:s3cr3t" };
        var failure = (await way.Send(Named, Requests.Get, Through(proxy, user))).Failure;
        Assert.Equal(TransportFailureKind.Unreachable, failure?.Kind);
        Assert.Contains(says, failure?.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", failure?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Way.RestSharp, "http://target.test/", "asks for one with CONNECT for http as well")]
    [InlineData(Way.RawSocket, "http://target.test/", "connection.proxy: none")]
    [InlineData(Way.RestSharp, "https://target.test/", "check the proxy's rules")]
    [InlineData(Way.RawSocket, "https://target.test/", "check the proxy's rules")]
    public async Task AProxyThatRejectsATunnelSaysNothingOfTheTarget(Way way, string url, string says)
    {
        await using var proxy = new LoopbackProxy(Named) { Rejection = "HTTP/1.1 403 Forbidden" };
        var exchange = await way.Send(new(url), Requests.Get, Through(proxy));
        Assert.Null(exchange.Response);
        Assert.Equal(TransportFailureKind.Unreachable, exchange.Failure?.Kind);
        Assert.Contains($"the proxy http://{proxy.Authority} rejects a tunnel to ", exchange.Failure?.Detail);
        Assert.Contains("(403)", exchange.Failure?.Detail, StringComparison.Ordinal);
        Assert.Contains(says, exchange.Failure?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", "connection refused")]
    [InlineData("42", "reply 42")]
    public async Task ASocksProxyThatRejectsSaysWhy(string reply, string says)
    {
        await using var proxy = new LoopbackProxy(Named) { IsSocks = true, Rejection = reply };
        var failure = (await Way.RawSocket.Send(Named, Requests.Get, Through(proxy))).Failure;
        Assert.Equal(TransportFailureKind.Unreachable, failure?.Kind);
        Assert.Contains($"gives no connection to target.test: {says}", failure?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AProxyOutOfReachIsNamed(Way way)
    {
        var nobody = ProxyServer.Parse(Loopback.UrlWhereNobodyListens().ToString(), out _)!;
        var failure = (await way.Send(Named, Requests.Get, new TargetClientOptions { Proxy = nobody })).Failure;
        Assert.Equal(TransportFailureKind.Unreachable, failure?.Kind);
        Assert.StartsWith(
            $"expected a connection to the proxy {nobody}, got: ",
            failure?.Detail,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Way.RestSharp, "SSH-2.0-x\r\n\r\n", "expected a status line")]
    [InlineData(Way.RawSocket, "SSH-2.0-x\r\n\r\n", "expected a status line")]
    [InlineData(Way.RestSharp, "HTTP/1.1 200", "closed the connection")]
    [InlineData(Way.RawSocket, "", "closed the connection")]
    public async Task WhatIsNoProxyIsNamed(Way way, string response, string says)
    {
        await using var other = Loopback.Responding(response);
        var options = new TargetClientOptions { Proxy = ProxyServer.Parse(other.Url.Authority, out _) };
        var failure = (await way.Send(Named, Requests.Get, options)).Failure;
        Assert.Equal(TransportFailureKind.Unreachable, failure?.Kind);
        Assert.StartsWith("expected a tunnel through the proxy http://127.0.0.1:", failure?.Detail);
        Assert.Contains(says, failure?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AHandshakeThatFailsBehindAProxyNamesIt(Way way)
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadMore();
            await connection.Write("HTTP/1.1 400 Bad Request\r\n\r\n");
        });
        await using var proxy = new LoopbackProxy(target.Url);
        var failure = (await way.Send(new("https://target.test/"), Requests.Get, Through(proxy))).Failure;
        Assert.Equal(TransportFailureKind.Tls, failure?.Kind);
        Assert.EndsWith($"leads through the proxy http://{proxy.Authority}", failure?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProxyThatSaysNothingIsOutOfReachAndNamed()
    {
        await using var silent = Loopback.That(connection => connection.Hang());
        var options = new TargetClientOptions
        {
            Proxy = ProxyServer.Parse(silent.Url.Authority, out _),
            RequestTimeout = TimeSpan.FromMilliseconds(200),
        };
        var failure = (await Way.RawSocket.Send(Named, Requests.Get, options)).Failure;
        Assert.Equal(TransportFailureKind.Unreachable, failure?.Kind);
        Assert.EndsWith($"leads through the proxy {options.Proxy}", failure?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatATargetSaysUnaskedIsNotTakenForTheProxys()
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.Write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nearly");
            await connection.ReadRequest();
        });
        await using var proxy = new LoopbackProxy(target.Url);
        var exchange = await Way.RawSocket.Send(Named, Requests.Get, Through(proxy));
        Assert.Equal("early", exchange.Response?.Body.Text());
    }

    [Fact]
    public async Task AConnectionIsUsedAgainWithoutAskingTheProxy()
    {
        await using var target = Loopback.Listening();
        await using var proxy = new LoopbackProxy(target.Url);
        using var client = Requests.TargetClient(Named, Through(proxy));
        for (var n = 0; n < 5; n++)
            await client.Send(Requests.Get, TestContext.Current.CancellationToken);
        Assert.Single(proxy.Asked);
        await client.Send(Requests.Get with { NeedsRawSocket = true }, TestContext.Current.CancellationToken);
        Assert.Equal(2, proxy.Asked.Count);
        Assert.Equal(6, target.Requests.Count);
    }

    private static TargetClientOptions Through(LoopbackProxy proxy, string user = "") =>
        new() { Proxy = ProxyServer.Parse($"{(proxy.IsSocks ? "socks5" : "http")}://{user}{proxy.Authority}", out _) };
}
