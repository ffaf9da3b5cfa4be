using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

public sealed class UnreachableTests
{
    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task APortWhereNobodyListensIsUnreachable(Way way)
    {
        var exchange = await way.Send(Loopback.UrlWhereNobodyListens(), Requests.Get);
        Assert.Equal(TransportFailureKind.Unreachable, exchange.Failure?.Kind);
        Assert.Null(exchange.Response);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ANameThatNoResolverKnowsIsUnreachable(Way way)
    {
        // A label of more than 63 characters is rejected by the local resolver: no question leaves the machine.
        var exchange = await way.Send(new Uri($"http://{new string('x', 64)}/"), Requests.Get);
        Assert.Equal(TransportFailureKind.Unreachable, exchange.Failure?.Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ACertificateThatNobodyVouchesForIsATlsFailure(Way way)
    {
        await using var target = Loopback.SecureThat(connection => connection.Hang());
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Equal(TransportFailureKind.Tls, exchange.Failure?.Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ATargetThatDoesNotSpeakTlsIsATlsFailure(Way way)
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadMore();
            await connection.Write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
        var secured = new UriBuilder(target.Url) { Scheme = "https" }.Uri;
        Assert.Equal(TransportFailureKind.Tls, (await way.Send(secured, Requests.Get)).Failure?.Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ACertificateIsAcceptedWhereAnyIsToBeTrusted(Way way)
    {
        await using var target = Loopback.SecureThat(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        var exchange = await way.Send(
            target.Url,
            Requests.Get,
            new TargetClientOptions { TrustsAnyCertificate = true }
        );
        Assert.Equal("ok", exchange.Response?.Body.Text());
    }
}
