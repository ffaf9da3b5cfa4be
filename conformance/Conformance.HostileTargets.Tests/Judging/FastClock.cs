namespace Conformance.HostileTargets.Tests.Judging;

/// <summary>The machine's clock, so many times faster.</summary>
internal sealed class FastClock(int speed) : TimeProvider
{
    private readonly long beginning = System.GetTimestamp();
    private readonly DateTimeOffset began = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => began + (System.GetElapsedTime(beginning) * speed);

    public override long GetTimestamp() => beginning + ((System.GetTimestamp() - beginning) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, Sooner(dueTime), Sooner(period)), this);

    private TimeSpan Sooner(TimeSpan time) => time > TimeSpan.Zero ? time / speed : time;

    private sealed class FastTimer(ITimer timer, FastClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            timer.Change(clock.Sooner(dueTime), clock.Sooner(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
