using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

public sealed class TimeoutTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";

    private static readonly TargetClientOptions Patient = new() { RequestTimeout = Requests.Guard };

    private readonly ManualTime time = new();

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ATargetThatSaysNothingIsATimeout(Way way)
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await RunOut(connection);
        });
        var failure = await FailureOf(way, target);
        Assert.Equal(TransportFailureKind.Timeout, failure.Kind);
        Assert.Contains("within 90 s", failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ATargetIsWaitedForToTheLastMoment(Way way)
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            time.Advance(Patient.RequestTimeout - TimeSpan.FromMilliseconds(1));
            await connection.Write(Head + "0123456789");
        });
        var exchange = await way.Send(target.Url, Requests.Get, Patient, time);
        Assert.Equal("0123456789", exchange.Response?.Body.Text());
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ATargetThatHangsAfterTheHeadIsATimeoutThatNamesTheStatus(Way way)
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            await connection.WriteUntilRead();
            await RunOut(connection);
        });
        var failure = await FailureOf(way, target);
        Assert.Equal(TransportFailureKind.Timeout, failure.Kind);
        Assert.Matches("status 200 and [1-9][0-9]* bytes of body", failure.Detail);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ABodyThatDripsPastTheTotalTimeIsATimeout(Way way)
    {
        await using var target = Loopback.That(connection =>
            Drip(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        );
        Assert.Equal(TransportFailureKind.Timeout, (await FailureOf(way, target)).Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AHeadThatDripsPastTheTotalTimeIsATimeout(Way way)
    {
        await using var target = Loopback.That(connection => Drip(connection, "HTTP/1.1 200 OK\r\nX-Long: "));
        Assert.Equal(TransportFailureKind.Timeout, (await FailureOf(way, target)).Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ATargetThatNeverReadsALargeRequestIsATimeout(Way way)
    {
        await using var target = Loopback.That(async connection =>
        {
            // Its beginning shows that the client has connected; the rest fits into no buffer between the two.
            await connection.ReadMore();
            await RunOut(connection);
        });
        var large = new WireRequest("PUT", "/", [], new byte[16 << 20]);
        var exchange = await way.Send(target.Url, large, Patient, time);
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
                await RunOut(connection);
            }
        });
        using var transport = Way.RestSharp.Open(Patient, time);
        var timedOut = await transport.Send(target.Url, Requests.Get, TestContext.Current.CancellationToken);
        var responded = await transport.Send(target.Url, Requests.Get, TestContext.Current.CancellationToken);
        Assert.Equal(TransportFailureKind.Timeout, timedOut.Failure?.Kind);
        Assert.Equal("0123456789", responded.Response?.Body.Text());
    }

    /// <summary>Lets the client's time pass, and says nothing more.</summary>
    private Task RunOut(LoopbackConnection connection)
    {
        time.Advance(Patient.RequestTimeout);
        return connection.Hang();
    }

    /// <summary>One character each second of the client's time, to its end and no further: none of them buys more.</summary>
    private async Task Drip(LoopbackConnection connection, string beginning)
    {
        await connection.ReadRequest();
        await connection.Write(beginning);
        // Gives the client the chance to read each by itself.
        using var drips = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        for (var passed = TimeSpan.Zero; passed < Patient.RequestTimeout; passed += TimeSpan.FromSeconds(1))
        {
            await drips.WaitForNextTickAsync();
            await connection.Write(".");
            time.Advance(TimeSpan.FromSeconds(1));
        }
        await connection.Hang();
    }

    private async Task<TransportFailure> FailureOf(Way way, Loopback target)
    {
        var exchange = await way.Send(target.Url, Requests.Get, Patient, time);
        Assert.Null(exchange.Response);
        return Assert.IsType<TransportFailure>(exchange.Failure);
    }
}
