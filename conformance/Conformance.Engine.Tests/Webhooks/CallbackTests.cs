using Conformance.Engine.Tests.Http;

namespace Conformance.Engine.Tests.Webhooks;

public sealed class CallbackTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task WhoeverWaitsIsWokenByTheArrival()
    {
        var time = new ManualTime();
        await using var receiving = await Receiving.Started(time: time);
        var callback = receiving.Receiver.Open("t");
        var next = callback.Next(Patience, Receiving.Cancel);
        Assert.Equal(Patience, await time.NextWait());
        await receiving.Post(callback.Url, "1");
        Assert.Equal("1", (await next)!.Body.Text());
    }

    [Fact]
    public async Task WhatHasArrivedAlreadyIsNotWaitedFor()
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t");
        await receiving.Post(callback.Url, "1");
        await receiving.Post(callback.Url, "2");
        Assert.Equal("1", (await callback.Next(TimeSpan.Zero, Receiving.Cancel))!.Body.Text());
        Assert.Equal("2", (await callback.Next(TimeSpan.Zero, Receiving.Cancel))!.Body.Text());
        Assert.Null(await callback.Next(TimeSpan.Zero, Receiving.Cancel));
    }

    [Fact]
    public async Task WhoeverWaitsInVainIsToldAtTheDeadlineAndMayWaitAgain()
    {
        var time = new ManualTime();
        await using var receiving = await Receiving.Started(time: time);
        var callback = receiving.Receiver.Open("t");
        var next = callback.Next(Patience, Receiving.Cancel);
        Assert.Equal(Patience, await time.NextWait());
        time.Advance(Patience);
        Assert.Null(await next);
        await receiving.Post(callback.Url, "late");
        Assert.Equal("late", (await callback.Next(Patience, Receiving.Cancel))!.Body.Text());
    }

    [Fact]
    public async Task SeveralAreWaitedForTogether()
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t");
        var both = callback.WaitFor(2, Http.Requests.Guard, Receiving.Cancel);
        await receiving.Post(callback.Url);
        Assert.False(both.IsCompleted);
        await receiving.Post(callback.Url);
        Assert.True(await both);
    }

    [Fact]
    public async Task ACancelledRunWaitsNoLonger()
    {
        await using var receiving = await Receiving.Started();
        using var run = new CancellationTokenSource();
        var next = receiving.Receiver.Open("t").Next(Http.Requests.Guard, run.Token);
        await run.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }
}
