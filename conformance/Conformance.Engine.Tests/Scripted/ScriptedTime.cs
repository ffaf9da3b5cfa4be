namespace Conformance.Engine.Tests.Scripted;

/// <summary>
/// A clock on which every pause passes at once. The time that is allowed for a response never passes by itself: it runs
/// out where the script says so.
/// </summary>
internal sealed class ScriptedTime : TimeProvider
{
    /// <summary>Told apart from all pauses by its length.</summary>
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromDays(1);

    private static readonly DateTimeOffset Beginning = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<ScriptedTimer> deadlines = [];
    private readonly List<TimeSpan> pauses = [];
    private DateTimeOffset now = Beginning;

    /// <summary>The pauses that were made, in order.</summary>
    public ImmutableArray<TimeSpan> Pauses
    {
        get
        {
            lock (gate)
                return [.. pauses];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => (GetUtcNow() - Beginning).Ticks;

    /// <summary>Lets this much time go by.</summary>
    public void Pass(TimeSpan time)
    {
        lock (gate)
            now += time;
    }

    /// <summary>Lets the time pass that is allowed for the responses that are waited for.</summary>
    public void RunOut()
    {
        Pass(RequestTimeout);
        ScriptedTimer[] due;
        lock (gate)
        {
            due = [.. deadlines];
            deadlines.Clear();
        }
        foreach (var timer in due)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ScriptedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ScriptedTimer(ScriptedTime time, TimerCallback callback, object? state) : ITimer
    {
        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                time.deadlines.Remove(this);
                if (dueTime == RequestTimeout)
                    time.deadlines.Add(this);
                if (dueTime == RequestTimeout || dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                time.now += dueTime;
                time.pauses.Add(dueTime);
            }
            Fire();
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
