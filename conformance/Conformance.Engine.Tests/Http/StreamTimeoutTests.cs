using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

public sealed class StreamTimeoutTests
{
    private const string Head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static readonly TargetClientOptions Idle = new() { StreamIdleTimeout = TimeSpan.FromMilliseconds(500) };

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AStreamThatNeverEndsBreaksOffAtTheTotalTime(Way way)
    {
        var time = new ManualTime();
        var options = new TargetClientOptions();
        await using var target = Loopback.That(connection =>
            FallSilent(connection, "3\r\nabc\r\n", time, options.RequestTimeout)
        );
        var response = await Response(way, target, options, time);
        Assert.Equal("abc", response.Body.Text());
        Assert.Equal(TransportFailureKind.Timeout, response.BrokenOff?.Kind);
        Assert.Contains("status 200 and 3 bytes of body", response.BrokenOff!.Detail, StringComparison.Ordinal);
        Assert.False(response.WasStillComing);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AStreamWhoseBytesStillComeAtTheTotalTimeIsToldFromOneThatStalls(Way way)
    {
        var time = new ManualTime();
        var options = new TargetClientOptions();
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await time.NextReading();
            await connection.Write(Head);
            for (var chunk = 0; chunk < 4; chunk++)
            {
                await connection.Write("1\r\nx\r\n");
                await time.NextReading();
                time.Advance(options.RequestTimeout / 4);
            }
            await connection.Hang();
        });
        var response = await Response(way, target, options, time);
        Assert.Equal(TransportFailureKind.Timeout, response.BrokenOff?.Kind);
        Assert.True(response.WasStillComing);
    }

    [Theory]
    [InlineData(Way.RestSharp, "3\r\nabc\r\n")]
    [InlineData(Way.RawSocket, "3\r\nabc\r\n")]
    [InlineData(Way.RestSharp, "9\r\nabc")]
    [InlineData(Way.RawSocket, "9\r\nabc")]
    public async Task AStreamThatFallsSilentBreaksOffAtTheIdleTime(Way way, string last)
    {
        var time = new ManualTime();
        await using var target = Loopback.That(connection =>
            FallSilent(connection, last, time, Idle.StreamIdleTimeout!.Value)
        );
        var response = await Response(way, target, Idle, time);
        Assert.Equal("abc", response.Body.Text());
        Assert.Equal(TransportFailureKind.Timeout, response.BrokenOff?.Kind);
        Assert.Contains(
            "the next bytes of the stream within 0.5 s",
            response.BrokenOff!.Detail,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AStreamThatKeepsTalkingMayTakeLongerThanTheIdleTime(Way way)
    {
        var time = new ManualTime();
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await time.NextReading();
            await connection.Write(Head);
            for (var chunk = 0; chunk < 10; chunk++)
            {
                await connection.Write("1\r\nx\r\n");
                await time.NextReading();
                time.Advance(TimeSpan.FromMilliseconds(400));
            }
            await connection.Write("0\r\n\r\n");
        });
        var response = await Response(way, target, Idle, time);
        Assert.Equal(10, response.Body.Length);
        Assert.Null(response.BrokenOff);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task TheIdleTimeDoesNotBindAResponseThatIsNoStream(Way way)
    {
        var time = new ManualTime();
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write("HTTP/1.1 200 OK\r\nContent-Length: 500003\r\n\r\n");
            await connection.WriteUntilRead();
            time.Advance(TimeSpan.FromSeconds(1));
            await connection.Write("abc");
        });
        Assert.EndsWith(".abc", (await Response(way, target, Idle, time)).Body.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task TheCallersCancellationInAStreamIsAnException(Way way)
    {
        var begun = new TaskCompletionSource();
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write(Head + "3\r\nabc\r\n");
            begun.SetResult();
            await connection.Hang();
        });
        using var caller = new CancellationTokenSource();
        using var transport = way.Open(Idle with { StreamIdleTimeout = Requests.Guard });
        var sending = transport.Send(target.Url, Requests.Get, caller.Token);
        await begun.Task.WaitAsync(Requests.Guard, TestContext.Current.CancellationToken);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task AnIdleTimeOfNothingIsRefused()
    {
        await using var target = Loopback.Listening();
        var options = new TargetClientOptions { StreamIdleTimeout = TimeSpan.Zero };
        Assert.Throws<ArgumentOutOfRangeException>(() => Requests.TargetClient(target.Url, options));
    }

    /// <summary>Sends the begin of a stream, and lets this time pass once the client has read it.</summary>
    private static async Task FallSilent(
        LoopbackConnection connection,
        string last,
        ManualTime time,
        TimeSpan thenPasses
    )
    {
        await connection.ReadRequest();
        await time.NextReading();
        await connection.Write(Head + last);
        await time.NextReading();
        time.Advance(thenPasses);
        await connection.Hang();
    }

    private static async Task<ReceivedResponse> Response(
        Way way,
        Loopback target,
        TargetClientOptions options,
        TimeProvider? time = null
    )
    {
        var exchange = await way.Send(target.Url, Requests.Get, options, time);
        Assert.Null(exchange.Failure);
        return Assert.IsType<ReceivedResponse>(exchange.Response);
    }
}
