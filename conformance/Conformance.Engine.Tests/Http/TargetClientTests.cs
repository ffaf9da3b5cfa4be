using Conformance.Engine.Http;
using Conformance.Reports;
using Conformance.Reports.Secrecy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Engine.Tests.Http;

public sealed class TargetClientTests
{
    [Theory]
    [InlineData("GET", false)]
    [InlineData("DELETE", false)]
    [InlineData("PUT", false)]
    [InlineData("DELETE", true)]
    public async Task ARequestThatIsLostWithoutAResponseIsSentOnceMore(string method, bool needsRawSocket)
    {
        await using var target = Loopback.That(connection => connection.ReadRequest());
        using var client = Requests.TargetClient(target.Url);
        var exchange = await Send(client, Requests.Get with { Method = method, NeedsRawSocket = needsRawSocket });
        Assert.Equal((TransportFailureKind.Disconnected, 2), (exchange.Failure?.Kind, exchange.Attempts));
        // The client library sends what has no content again on its own, and tells nobody: it must not come to that.
        Assert.Equal(2, target.Requests.Count);
        Assert.Equal(2, client.RequestsSent);
    }

    [Fact]
    public async Task TheSecondResponseCountsWhenTheFirstWasLost()
    {
        var connections = 0;
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            if (Interlocked.Increment(ref connections) > 1)
                await connection.Write("HTTP/1.1 204 No Content\r\n\r\n");
        });
        using var client = Requests.TargetClient(target.Url);
        var exchange = await Send(client, Requests.Get);
        Assert.Equal((204, 2), (exchange.Response?.Status, exchange.Attempts));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AResponseThatBreaksOffIsNotAskedForAgain(bool needsRawSocket)
    {
        await using var target = Loopback.Responding("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
        using var client = Requests.TargetClient(target.Url);
        var exchange = await Send(client, Requests.Get with { NeedsRawSocket = needsRawSocket });
        Assert.Equal((TransportFailureKind.Disconnected, 1), (exchange.Failure?.Kind, exchange.Attempts));
    }

    [Fact]
    public async Task ATimeoutIsNotRepeated()
    {
        var (time, options) = (new ManualTime(), new TargetClientOptions());
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            time.Advance(options.RequestTimeout);
            await connection.Hang();
        });
        using var client = Requests.TargetClient(target.Url, options, time: time);
        var exchange = await Send(client, Requests.Get);
        Assert.Equal((TransportFailureKind.Timeout, 1), (exchange.Failure?.Kind, exchange.Attempts));
    }

    [Fact]
    public async Task ARequestForARawSocketNeverGoesPastAHandler()
    {
        await using var target = Loopback.Listening();
        using var handler = new ScriptedResponses(ScriptedResponses.Status(204));
        using var client = new TargetClient(target.Url, new TargetClientOptions(), null, TimeProvider.System, handler);
        var raw = Requests.Get with { NeedsRawSocket = true };
        Assert.Equal((true, false), (client.CanSend(Requests.Get), client.CanSend(raw)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Send(client, raw));
        Assert.Empty(target.Requests);
    }

    [Theory]
    [InlineData("/", "/x")]
    [InlineData("/base", "/base/x")]
    [InlineData("/base/v1/", "/base/v1/x")]
    public async Task ThePathOfTheBaseUrlIsPutInFront(string basePath, string expected)
    {
        await using var target = Loopback.Listening();
        using var client = Requests.TargetClient(new Uri(target.Url, basePath));
        var exchange = await Send(client, Requests.Get with { Target = "/x" });
        Assert.StartsWith($"GET {expected} ", Assert.Single(target.Requests), StringComparison.Ordinal);
        Assert.Equal(new Uri(target.Url, expected).ToString(), exchange.Request.Url);
    }

    [Theory]
    [InlineData("ftp://target.test/")]
    [InlineData("http://user:secret@target.test/")]
    [InlineData("http://target.test/?key=1")]
    public void AUrlThatIsNoBaseIsRefused(string url) =>
        Assert.Throws<ArgumentException>(() => Requests.TargetClient(new Uri(url)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SecretsAreSentButNotRecorded(bool needsRawSocket)
    {
        await using var target = Loopback.Listening();
        var options = new TargetClientOptions { SecretHeaders = SecretHeaders.Names.Add("X-Tenant") };
        using var client = Requests.TargetClient(target.Url, options, new HeaderSigner("X-Api-Key", "s3cret"));
        ImmutableArray<Header> headers =
        [
            new("x-tenant", "s3cret"),
            new("X-Amz-Security-Token", "s3cret"),
            new("X-Open", "open"),
        ];
        var exchange = await Send(client, Requests.Get with { Headers = headers, NeedsRawSocket = needsRawSocket });
        var bytes = Assert.Single(target.Requests);
        Assert.Equal(3, bytes.Split("s3cret").Length - 1);
        Assert.Equal("‹redacted›", exchange.Request.Headers.Line("X-Api-Key"));
        Assert.Equal("‹redacted›", exchange.Request.Headers.Line("x-tenant"));
        Assert.Equal("‹redacted›", exchange.Request.Headers.Line("X-Amz-Security-Token"));
        Assert.Equal("open", exchange.Request.Headers.Line("X-Open"));
    }

    [Fact]
    public async Task ARequestThatIsToStayUnsignedStaysUnsigned()
    {
        await using var target = Loopback.Listening();
        using var client = Requests.TargetClient(target.Url, signer: new HeaderSigner("Authorization", "Bearer right"));
        await Send(client, Requests.Get with { IsUnsigned = true });
        await Send(client, Requests.Get with { Headers = [new Header("Authorization", "Bearer wrong")] });
        await Send(client, Requests.Get);
        Assert.Collection(
            target.Requests,
            bytes => Assert.DoesNotContain("Authorization", bytes, StringComparison.Ordinal),
            bytes => Assert.Contains("Authorization: Bearer wrong\r\n", bytes, StringComparison.Ordinal),
            bytes => Assert.Contains("Authorization: Bearer right\r\n", bytes, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task ManyCallersAtOnceEachGetTheirOwnResponse()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync($"{context.Request.Path}:{await reader.ReadToEndAsync()}");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = Requests.TargetClient(new Uri(app.Urls.First()), new() { RequestTimeout = Requests.Guard });
        var responses = await Task.WhenAll(
            Enumerable.Range(0, 500).Select(i => Send(client, Requests.Put($"/{i}", $"body {i}")))
        );
        Assert.Equal(
            Enumerable.Range(0, 500).Select(i => $"/{i}:body {i}"),
            responses.Select(it => it.Response?.Body.Text())
        );
        Assert.Equal(500, client.RequestsSent);
    }

    private static Task<Exchange> Send(TargetClient client, WireRequest request) =>
        client.Send(request, TestContext.Current.CancellationToken).WaitAsync(Requests.Guard);
}
