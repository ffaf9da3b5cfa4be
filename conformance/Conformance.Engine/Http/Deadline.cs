namespace Conformance.Engine.Http;

/// <summary>A total time for one exchange after the other, with one timer for all of them.</summary>
internal sealed class Deadline(TimeSpan allowed, TimeProvider time) : IDisposable
{
    private CancellationTokenSource source = new(allowed, time);
    private CancellationTokenRegistration caller;
    private TimeSpan? forOnce;

    private TimeSpan Current => forOnce ?? allowed;

    internal bool IsOver => source.IsCancellationRequested;

    /// <summary>The time allowed in all, or this much of it for once.</summary>
    internal CancellationToken Start(CancellationToken cancellation, TimeSpan? once = null)
    {
        forOnce = once;
        if (source.TryReset())
            source.CancelAfter(Current);
        else
            Replace();
        caller = cancellation.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
        return source.Token;
    }

    /// <summary>Allows the whole time again, from now.</summary>
    internal void Extend() => source.CancelAfter(Current);

    internal void Stop()
    {
        caller.Dispose();
        if (!source.TryReset())
            Replace();
    }

    public void Dispose()
    {
        caller.Dispose();
        source.Dispose();
    }

    private void Replace()
    {
        source.Dispose();
        source = new CancellationTokenSource(Current, time);
    }
}
