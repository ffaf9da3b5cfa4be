using Conformance.Reports;
using Conformance.Suite.Http;

namespace Conformance.Suite.Tests.Http;

public sealed class TimeoutTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ATargetThatSaysNothingIsATimeout(Way way)
    {
        await using var target = Loopback.That(connection => connection.Hang());
        var failure = await FailureOf(way, target, Requests.Impatient);
        Assert.Equal(TransportFailureKind.Timeout, failure.Kind);
        Assert.Contains("0.5 s", failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ATargetThatHangsAfterTheHeadIsATimeoutThatNamesTheStatus(Way way)
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.Write(Head + "abc");
            await connection.Hang();
        });
        var failure = await FailureOf(way, target, Requests.Impatient);
        Assert.Equal(TransportFailureKind.Timeout, failure.Kind);
        Assert.Contains("status 200 and 3 bytes of body", failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ABodyThatDripsPastTheTotalTimeIsATimeout(Way way)
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.Write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            using var drips = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (await drips.WaitForNextTickAsync())
                await connection.Write(".");
        });
        Assert.Equal(TransportFailureKind.Timeout, (await FailureOf(way, target, Requests.Impatient)).Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AHeadThatDripsPastTheTotalTimeIsATimeout(Way way)
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.Write("HTTP/1.1 200 OK\r\nX-Long: ");
            using var drips = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (await drips.WaitForNextTickAsync())
                await connection.Write(".");
        });
        Assert.Equal(TransportFailureKind.Timeout, (await FailureOf(way, target, Requests.Impatient)).Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ATargetThatNeverReadsALargeRequestIsATimeout(Way way)
    {
        await using var target = Loopback.That(connection => connection.Hang());
        var large = new WireRequest("PUT", "/", [], new byte[16 << 20]);
        var exchange = await way.Send(target.Url, large, Requests.Impatient);
        Assert.Equal(TransportFailureKind.Timeout, exchange.Failure?.Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task TheCallersOwnCancellationIsTheOnlyException(Way way)
    {
        var asked = new TaskCompletionSource();
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            asked.SetResult();
            await connection.Hang();
        });
        using var caller = new CancellationTokenSource();
        using var transport = way.Open();
        var sending = transport.Send(target.Url, Requests.Get, caller.Token);
        await asked.Task.WaitAsync(Requests.Guard, TestContext.Current.CancellationToken);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task AFailureLeavesTheTransportFitForTheNextRequest()
    {
        var isFirst = true;
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            if (!isFirst)
                await connection.Write(Head + "0123456789");
            else
            {
                isFirst = false;
                await connection.Hang();
            }
        });
        using var transport = Way.RestSharp.Open(Requests.Impatient);
        var timedOut = await transport.Send(target.Url, Requests.Get, TestContext.Current.CancellationToken);
        var answered = await transport.Send(target.Url, Requests.Get, TestContext.Current.CancellationToken);
        Assert.Equal(TransportFailureKind.Timeout, timedOut.Failure?.Kind);
        Assert.Equal("0123456789", answered.Response?.Body.Text());
    }

    private static async Task<TransportFailure> FailureOf(Way way, Loopback target, CourierOptions? options = null)
    {
        var exchange = await way.Send(target.Url, Requests.Get, options);
        Assert.Null(exchange.Response);
        return Assert.IsType<TransportFailure>(exchange.Failure);
    }
}
