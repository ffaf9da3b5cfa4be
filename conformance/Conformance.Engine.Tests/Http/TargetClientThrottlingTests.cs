using Conformance.Engine.Http;
using Conformance.Reports;
using static Conformance.Engine.Tests.Http.ScriptedResponses;

namespace Conformance.Engine.Tests.Http;

public sealed class TargetClientThrottlingTests : IDisposable
{
    private static readonly TargetClientOptions Options = new() { RequestTimeout = Timeout.InfiniteTimeSpan };

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
        var client = TargetClient(Options, Status(status, retryAfter), Status(201));
        var sending = Send(client);
        Assert.Equal(TimeSpan.FromSeconds(seconds), await time.NextWait());
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(seconds));
        var exchange = await sending;
        Assert.Equal((201, 2), (exchange.Response?.Status, exchange.Attempts));
        Assert.Equal((2, 1), (client.RequestsSent, client.Throttled));
    }

    [Fact]
    public async Task WhatIsMeantToBeThrottledIsNotSentAgain()
    {
        var client = TargetClient(Options, Status(429, "3"), Status(201));
        var exchange = await Send(client, Requests.Get with { MayBeThrottledForGood = true });
        Assert.Equal((429, 1), (exchange.Response?.Status, exchange.Attempts));
        Assert.Equal(0, client.Throttled);
    }

    [Fact]
    public async Task WithoutARetryAfterThePausesDouble()
    {
        var client = TargetClient(Options with { AttemptsOnThrottling = 4 }, Status(429));
        var sending = Send(client);
        foreach (var milliseconds in new[] { 200, 400, 800 })
        {
            Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), await time.NextWait());
            time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        }
        Assert.Equal(4, (await sending).Attempts);
    }

    [Fact]
    public async Task AfterTheLastAttemptTheThrottledResponseItselfComesBack()
    {
        var client = TargetClient(Options with { AttemptsOnThrottling = 2 }, Status(429, "1"));
        var exchange = await Exhaust(client);
        Assert.Equal((429, 2), (exchange.Response?.Status, exchange.Attempts));
        Assert.Equal(2, client.Throttled);
    }

    [Fact]
    public async Task A503WithoutRetryAfterIsNotThrottling()
    {
        var client = TargetClient(Options, Status(503));
        var exchange = await Send(client);
        Assert.Equal((503, 2), (exchange.Response?.Status, exchange.Attempts));
        Assert.Equal(0, client.Throttled);
    }

    [Fact]
    public async Task EverybodyWaitsWhileOneIsThrottled()
    {
        var client = TargetClient(Options, Status(429, "5"), Status(200));
        var first = Send(client);
        await time.NextWait();
        var second = Send(client);
        Assert.Equal(TimeSpan.FromSeconds(5), await time.NextWait());
        Assert.Equal(1, client.RequestsSent);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((2, 1), ((await first).Attempts, (await second).Attempts));
    }

    [Fact]
    public async Task ATargetThatThrottlesEverythingGetsNoMorePatienceUntilItResponds()
    {
        var throttled = Enumerable.Repeat(Status(429, "1"), 7);
        var client = TargetClient(
            Options with
            {
                AttemptsOnThrottling = 2,
            },
            [.. throttled, Status(200), Status(429, "1")]
        );
        for (var i = 0; i < 3; i++)
            Assert.Equal(2, (await Exhaust(client)).Attempts);
        Assert.Equal(1, (await Send(client)).Attempts);
        Assert.Equal(200, (await Send(client)).Response?.Status);
        Assert.Equal(2, (await Exhaust(client)).Attempts);
    }

    [Fact]
    public async Task AWaitCanBeCancelled()
    {
        var client = TargetClient(Options, Status(429, "5"));
        using var caller = new CancellationTokenSource();
        var sending = client.Send(Requests.Get, caller.Token);
        await time.NextWait();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    private async Task<Exchange> Exhaust(TargetClient client)
    {
        var sending = Send(client);
        time.Advance(await time.NextWait());
        return await sending.WaitAsync(Requests.Guard, TestContext.Current.CancellationToken);
    }

    private static Task<Exchange> Send(TargetClient client, WireRequest? request = null) =>
        client.Send(request ?? Requests.Get, TestContext.Current.CancellationToken);

    private TargetClient TargetClient(TargetClientOptions options, params Func<HttpResponseMessage>[] responses)
    {
        var handler = new ScriptedResponses(responses);
        var client = new TargetClient(new Uri("http://target.test"), options, null, time, handler);
        held.AddRange([client, handler]);
        return client;
    }
}
