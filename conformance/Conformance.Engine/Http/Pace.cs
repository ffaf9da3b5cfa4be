namespace Conformance.Engine.Http;

/// <summary>
/// The gate before every request: evenly spaced turns (a token bucket that holds a few milliseconds' worth), and a pause
/// for everybody when the target asks for one.
/// </summary>
internal sealed class Pace(int? requestsPerSecond, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly long interval = requestsPerSecond is { } perSecond ? time.TimestampFrequency / perSecond : 0;

    // Timers wake late by some milliseconds: that much may be caught up, or the rate would stay below what was asked.
    private readonly long mayCatchUp = time.TimestampFrequency / 50;

    private readonly long beginning = time.GetTimestamp();
    private long nextTurn = time.GetTimestamp();
    private long pausedUntil = time.GetTimestamp();

    /// <summary>Waits for the caller's turn.</summary>
    internal async ValueTask Turn(CancellationToken cancellation)
    {
        do
        {
            await Until(Volatile.Read(ref pausedUntil), cancellation);
            if (interval > 0)
                await Until(Reserve(), cancellation);
        } while (time.GetTimestamp() < Volatile.Read(ref pausedUntil));
    }

    /// <summary>Lets nobody pass for this long.</summary>
    internal void Pause(TimeSpan duration)
    {
        var until = time.GetTimestamp() + (long)(duration.TotalSeconds * time.TimestampFrequency);
        lock (gate)
            pausedUntil = Math.Max(pausedUntil, until);
    }

    private long Reserve()
    {
        lock (gate)
        {
            var turn = Math.Max(nextTurn, Math.Max(beginning, time.GetTimestamp() - mayCatchUp));
            nextTurn = turn + interval;
            return turn;
        }
    }

    private async ValueTask Until(long timestamp, CancellationToken cancellation)
    {
        for (var left = timestamp - time.GetTimestamp(); left > 0; left = timestamp - time.GetTimestamp())
        {
            var wait = TimeSpan.FromSeconds((double)left / time.TimestampFrequency);
            await Task.Delay(RoundUp(wait), time, cancellation);
        }
    }

    // A delay below a millisecond would return at once and spin.
    private static TimeSpan RoundUp(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
