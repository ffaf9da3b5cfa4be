using System.Threading.Channels;

namespace Conformance.Suite.Tests.Http;

/// <summary>A clock that stands still until it is moved, and tells which timers are waited for.</summary>
internal sealed class ManualTime : TimeProvider
{
    public static readonly DateTimeOffset Beginning = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();
    private readonly Channel<bool> readings = Channel.CreateUnbounded<bool>();
    private DateTimeOffset now = Beginning;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp()
    {
        readings.Writer.TryWrite(true);
        return (now - Beginning).Ticks;
    }

    /// <summary>Waits until somebody reads the clock's timestamp once more.</summary>
    public async Task NextReading() =>
        await readings.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Requests.Guard);

    /// <summary>The length of the next wait that somebody begins.</summary>
    public async Task<TimeSpan> NextWait() =>
        await waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Requests.Guard);

    public void Advance(TimeSpan by)
    {
        ManualTimer[] due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(timer => timer.Due <= now)];
            timers.RemoveAll(timer => timer.Due <= now);
        }
        foreach (var timer in due)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = time.now + dueTime;
                time.timers.Add(this);
            }
            return time.waits.Writer.TryWrite(dueTime);
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
