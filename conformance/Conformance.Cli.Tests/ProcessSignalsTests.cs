using Microsoft.Extensions.Time.Testing;

namespace Conformance.Cli.Tests;

/// <summary>The first signal stops, the second hurries, the third ends; and whatever hangs, the end comes in time.</summary>
public sealed class ProcessSignalsTests : IDisposable
{
    private readonly List<int> exits = [];
    private readonly FakeTimeProvider time = new();
    private readonly ProcessSignals signals;

    public ProcessSignalsTests() => signals = new ProcessSignals(exits.Add, time);

    public void Dispose() => signals.Dispose();

    [Theory]
    [InlineData(0, false, false, 0)]
    [InlineData(1, true, false, 0)]
    [InlineData(2, true, true, 0)]
    [InlineData(3, true, true, 1)]
    public void EachSignalAsksMoreUrgently(int received, bool isStopped, bool isHurried, int ended)
    {
        Receive(received);
        Assert.Equal(
            (isStopped, isHurried),
            (signals.Stop.IsCancellationRequested, signals.Hurry.IsCancellationRequested)
        );
        Assert.Equal(Enumerable.Repeat(3, ended), exits);
    }

    [Theory]
    [InlineData(1, 120)]
    [InlineData(2, 5)]
    public void WhatDoesNotEndByItselfIsEndedWith3(int received, int afterSeconds)
    {
        Receive(received);
        time.Advance(TimeSpan.FromSeconds(afterSeconds - 0.1));
        Assert.Empty(exits);
        time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal([3], exits);
    }

    [Fact]
    public void WhoeverFailsAtHearingOfItDoesNotKeepTheEndFromComing()
    {
        using var failing = signals.Stop.Register(() => throw new InvalidOperationException("of the kit"));
        Receive(1);
        Assert.True(signals.Stop.IsCancellationRequested);
        time.Advance(ProcessSignals.Longest);
        Assert.Equal([3], exits);
    }

    [Fact]
    public void WhatEndedInTimeIsNotEndedOnceMore()
    {
        Receive(2);
        signals.Dispose();
        time.Advance(ProcessSignals.Longest);
        Assert.Empty(exits);
    }

    private void Receive(int count)
    {
        for (var received = 0; received < count; received++)
            signals.Receive();
    }
}
