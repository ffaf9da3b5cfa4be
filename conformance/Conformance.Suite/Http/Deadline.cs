namespace Conformance.Suite.Http;

/// <summary>A total time for one exchange after the other, with one timer for all of them.</summary>
internal sealed class Deadline(TimeSpan allowed, TimeProvider time) : IDisposable
{
    private CancellationTokenSource source = new(allowed, time);
    private CancellationTokenRegistration caller;

    internal bool IsOver => source.IsCancellationRequested;

    internal CancellationToken Start(CancellationToken cancellation)
    {
        if (source.TryReset())
            source.CancelAfter(allowed);
        else
            Replace();
        caller = cancellation.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
        return source.Token;
    }

    /// <summary>Allows the whole time again, from now.</summary>
    internal void Extend() => source.CancelAfter(allowed);

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
        source = new CancellationTokenSource(allowed, time);
    }
}
