using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Conformance.Engine.Tests.Http;

/// <summary>A clock that stands still until it is moved, and tells which timers are waited for.</summary>
internal sealed class ManualTime() : FakeTimeProvider(Beginning)
{
    public static readonly DateTimeOffset Beginning = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();
    private readonly Channel<bool> interpretations = Channel.CreateUnbounded<bool>();

    /// <summary>Waits until somebody reads the clock's timestamp once more.</summary>
    public async Task NextReading() =>
        await interpretations
            .Reader.ReadAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(Requests.Guard);

    /// <summary>Leaves the interpretations so far out of the next one.</summary>
    public void ForgetInterpretations()
    {
        while (interpretations.Reader.TryRead(out _)) { }
    }

    /// <summary>The length of the next wait that somebody begins.</summary>
    public async Task<TimeSpan> NextWait() =>
        await waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Requests.Guard);

    public override long GetTimestamp()
    {
        interpretations.Writer.TryWrite(true);
        return base.GetTimestamp();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ToldTimer(base.CreateTimer(callback, state, dueTime, period), this);
        Tell(dueTime);
        return timer;
    }

    private void Tell(TimeSpan dueTime)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
            waits.Writer.TryWrite(dueTime);
    }

    private sealed class ToldTimer(ITimer timer, ManualTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isChanged = timer.Change(dueTime, period);
            time.Tell(dueTime);
            return isChanged;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
