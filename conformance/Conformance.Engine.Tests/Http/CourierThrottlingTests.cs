using Conformance.Engine.Http;
using Conformance.Reports;
using static Conformance.Engine.Tests.Http.Answers;

namespace Conformance.Engine.Tests.Http;

public sealed class CourierThrottlingTests : IDisposable
{
    private static readonly CourierOptions Options = new() { RequestTimeout = Timeout.InfiniteTimeSpan };

    private readonly ManualTime time = new();
    private readonly List<IDisposable> held = [];

    public void Dispose() => held.ForEach(it => it.Dispose());

    [Theory]
    [InlineData(429, "3", 3)]
    [InlineData(503, "2", 2)]
    [InlineData(429, "Fri, 02 Jan 2026 03:04:09 GMT", 4)]
    [InlineData(429, "86400", 10)]
    [InlineData(429, null, 0.2)]
    [InlineData(429, "0", 0.2)]
    [InlineData(429, "soon", 0.2)]
    [InlineData(429, "Thu, 01 Jan 2026 00:00:00 GMT", 0.2)]
    public async Task AThrottledRequestIsRepeatedAfterThePauseThatIsAskedFor(
        int status,
        string? retryAfter,
        double seconds
    )
    {
        var courier = Courier(Options, Status(status, retryAfter), Status(201));
        var sending = Send(courier);
        Assert.Equal(TimeSpan.FromSeconds(seconds), await time.NextWait());
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(seconds));
        var exchange = await sending;
        Assert.Equal((201, 2), (exchange.Response?.Status, exchange.Attempts));
        Assert.Equal((2, 1), (courier.RequestsSent, courier.Throttled));
    }

    [Fact]
    public async Task WhatIsMeantToBeThrottledIsNotSentAgain()
    {
        var courier = Courier(Options, Status(429, "3"), Status(201));
        var exchange = await Send(courier, Requests.Get with { MayBeThrottledForGood = true });
        Assert.Equal((429, 1), (exchange.Response?.Status, exchange.Attempts));
        Assert.Equal(0, courier.Throttled);
    }

    [Fact]
    public async Task WithoutARetryAfterThePausesDouble()
    {
        var courier = Courier(Options with { AttemptsOnThrottling = 4 }, Status(429));
        var sending = Send(courier);
        foreach (var milliseconds in new[] { 200, 400, 800 })
        {
            Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), await time.NextWait());
            time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        }
        Assert.Equal(4, (await sending).Attempts);
    }

    [Fact]
    public async Task AfterTheLastAttemptTheThrottledAnswerItselfComesBack()
    {
        var courier = Courier(Options with { AttemptsOnThrottling = 2 }, Status(429, "1"));
        var exchange = await Exhaust(courier);
        Assert.Equal((429, 2), (exchange.Response?.Status, exchange.Attempts));
        Assert.Equal(2, courier.Throttled);
    }

    [Fact]
    public async Task A503WithoutRetryAfterIsNotThrottling()
    {
        var courier = Courier(Options, Status(503));
        var exchange = await Send(courier);
        Assert.Equal((503, 2), (exchange.Response?.Status, exchange.Attempts));
        Assert.Equal(0, courier.Throttled);
    }

    [Fact]
    public async Task EverybodyWaitsWhileOneIsThrottled()
    {
        var courier = Courier(Options, Status(429, "5"), Status(200));
        var first = Send(courier);
        await time.NextWait();
        var second = Send(courier);
        Assert.Equal(TimeSpan.FromSeconds(5), await time.NextWait());
        Assert.Equal(1, courier.RequestsSent);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((2, 1), ((await first).Attempts, (await second).Attempts));
    }

    [Fact]
    public async Task ATargetThatThrottlesEverythingGetsNoMorePatienceUntilItAnswers()
    {
        var throttled = Enumerable.Repeat(Status(429, "1"), 7);
        var courier = Courier(Options with { AttemptsOnThrottling = 2 }, [.. throttled, Status(200), Status(429, "1")]);
        for (var i = 0; i < 3; i++)
            Assert.Equal(2, (await Exhaust(courier)).Attempts);
        Assert.Equal(1, (await Send(courier)).Attempts);
        Assert.Equal(200, (await Send(courier)).Response?.Status);
        Assert.Equal(2, (await Exhaust(courier)).Attempts);
    }

    [Fact]
    public async Task AWaitCanBeCancelled()
    {
        var courier = Courier(Options, Status(429, "5"));
        using var caller = new CancellationTokenSource();
        var sending = courier.Send(Requests.Get, caller.Token);
        await time.NextWait();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    private async Task<Exchange> Exhaust(Courier courier)
    {
        var sending = Send(courier);
        time.Advance(await time.NextWait());
        return await sending.WaitAsync(Requests.Guard, TestContext.Current.CancellationToken);
    }

    private static Task<Exchange> Send(Courier courier, WireRequest? request = null) =>
        courier.Send(request ?? Requests.Get, TestContext.Current.CancellationToken);

    private Courier Courier(CourierOptions options, params Func<HttpResponseMessage>[] answers)
    {
        var handler = new Answers(answers);
        var courier = new Courier(new Uri("http://target.test"), options, null, time, handler);
        held.AddRange([courier, handler]);
        return courier;
    }
}
