using Conformance.Reference.Pennsieve;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>
/// A clock for targets of which something is waited for in vain. Shorter pauses pass at once. The deadline for webhooks
/// passes when no more of them come, for whoever waits then or later; longer times, as for a response, are real ones.
/// </summary>
internal sealed class TimeForWebhooks(TimeSpan deadline) : TimeProvider
{
    private readonly TaskCompletionSource over = new();

    /// <summary>From now on nobody waits for a webhook.</summary>
    public void NoMoreCome() => over.TrySetResult();

    /// <summary>The same behaviour, which tells when a run that was to call back has ended and does not.</summary>
    public PennsieveBehaviour Watching(PennsieveBehaviour behaviour) =>
        behaviour with
        {
            OnEnded = occasion =>
            {
                Delivery[] deliveries = [.. behaviour.OnEnded(occasion)];
                if (deliveries.Length == 0 && occasion.Run.Parameters.CallbackUrl is not null)
                    NoMoreCome();
                return deliveries;
            },
        };

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan || dueTime > deadline)
            return System.CreateTimer(callback, state, dueTime, period);
        if (dueTime < deadline)
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        var timer = System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        over.Task.ContinueWith(_ => timer.Change(TimeSpan.Zero, period), TaskScheduler.Default);
        return timer;
    }
}
