using Conformance.Engine.Http;
using Conformance.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Conformance.Engine.Tests.Http;

public sealed class Http2Tests
{
    private static readonly TargetClientOptions Asked = new()
    {
        HttpVersion = System.Net.HttpVersion.Version20,
        TrustsAnyCertificate = true,
    };

    private static readonly RequestDelegate TellsTheVersion = context =>
        context.Response.WriteAsync(context.Request.Protocol);

    [Fact]
    public async Task ItIsSpokenWhereItIsAskedForAndOffered()
    {
        await using var target = await Started(HttpProtocols.Http1AndHttp2, TellsTheVersion);
        Assert.Equal("HTTP/2", await Heard(target, Asked, Requests.Put("/x", "{}")));
    }

    [Fact]
    public async Task ItIsSpokenThroughAProxyAsWell()
    {
        await using var target = await Started(HttpProtocols.Http1AndHttp2, TellsTheVersion);
        await using var proxy = new LoopbackProxy(UrlOf(target));
        var options = Asked with { Proxy = ProxyServer.Parse(proxy.Authority, out _) };
        Assert.Equal("HTTP/2", await Heard(target, options, Requests.Put("/x", "{}")));
        Assert.Single(proxy.Asked);
    }

    [Fact]
    public async Task Http1IsSpokenWhereNothingIsAskedFor()
    {
        await using var target = await Started(HttpProtocols.Http1AndHttp2, TellsTheVersion);
        var options = new TargetClientOptions { TrustsAnyCertificate = true };
        Assert.Equal("HTTP/1.1", await Heard(target, options, Requests.Put("/x", "{}")));
    }

    [Fact]
    public async Task WhatOnlyASocketCanSendIsSentInHttp1()
    {
        await using var target = await Started(HttpProtocols.Http1AndHttp2, TellsTheVersion);
        var raw = Requests.Put("/x", "{}") with { NeedsRawSocket = true };
        Assert.Equal("HTTP/1.1", await Heard(target, Asked, raw));
    }

    [Fact]
    public async Task WhatAServerMayResetIsSentInHttp1()
    {
        await using var target = await Started(HttpProtocols.Http1AndHttp2, TellsTheVersion);
        Assert.Equal(400, (await Send(target, Asked, Requests.Put("/a%00b", "{}"))).Response?.Status);
    }

    [Fact]
    public async Task ATargetThatOffersHttp1AloneIsOutOfReachAndToldWhy()
    {
        await using var target = await Started(HttpProtocols.Http1, TellsTheVersion);
        var failure = (await Send(target, Asked, Requests.Get)).Failure;
        Assert.Equal(TransportFailureKind.Tls, failure?.Kind);
        Assert.Contains("httpVersion 2 needs a target that offers it", failure?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATargetThatOffersNothingIsOutOfReachAndToldWhy()
    {
        await using var target = Loopback.SecureThat(connection => connection.Hang());
        var failure = (await Way.RestSharp.Send(target.Url, Requests.Get, Asked)).Failure;
        Assert.Equal(TransportFailureKind.Unreachable, failure?.Kind);
        Assert.Contains("leave connection.httpVersion away", failure?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamThatIsResetIsALostConnectionAndTriedOnceMoreInHttp2()
    {
        var versions = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var target = await Started(
            HttpProtocols.Http1AndHttp2,
            context =>
            {
                versions.Enqueue(context.Request.Protocol);
                context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(errorCode: 2);
                return Task.CompletedTask;
            }
        );
        var exchange = await Send(target, Asked, Requests.Get);
        Assert.Equal(TransportFailureKind.Disconnected, exchange.Failure?.Kind);
        Assert.Equal(["HTTP/2", "HTTP/2"], versions);
    }

    private static async Task<string?> Heard(WebApplication target, TargetClientOptions options, WireRequest request) =>
        (await Send(target, options, request)).Response?.Body.Text();

    private static async Task<Exchange> Send(WebApplication target, TargetClientOptions options, WireRequest request)
    {
        using var client = Requests.TargetClient(UrlOf(target), options);
        return await client.Send(request, TestContext.Current.CancellationToken).WaitAsync(Requests.Guard);
    }

    private static Uri UrlOf(WebApplication target) => new(target.Urls.Single());

    private static async Task<WebApplication> Started(HttpProtocols protocols, RequestDelegate response)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                System.Net.IPAddress.Loopback,
                0,
                listen =>
                {
                    listen.Protocols = protocols;
                    listen.UseHttps(Loopback.SelfSigned());
                }
            )
        );
        var app = builder.Build();
        app.Run(response);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
