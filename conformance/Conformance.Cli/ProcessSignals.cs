using System.Runtime.InteropServices;

namespace Conformance.Cli;

/// <summary>
/// What the process makes of signals, from its first line on: whatever ends it early, it ends with 3 and not with a
/// signal's own code, and has time to write what it found.
/// </summary>
/// <param name="exit">Ends the process with this exit code, at once.</param>
/// <param name="time">Clock of how long the end may take.</param>
internal sealed class ProcessSignals(Action<int> exit, TimeProvider time) : IDisposable
{
    /// <summary>How long the end may take after the first signal.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>How long it may take after the second.</summary>
    public static readonly TimeSpan LongestInHurry = TimeSpan.FromSeconds(5);

    // The kernel's number: a file beyond the process's limit. Unhandled it kills; handled, the write fails and says why.
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _hurry = new();
    private readonly List<IDisposable> _held = [];
    private readonly Lock _lock = new();
    private int _received;

    /// <summary>Cancelled by the first SIGINT or SIGTERM: stop, clean up, report.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Cancelled by the second: report what there is.</summary>
    public CancellationToken Hurry => _hurry.Token;

    /// <summary>Takes the process's signals from now on.</summary>
    public ProcessSignals Listen()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
            Hold(PosixSignalRegistration.Create(signal, Take));
        if (!OperatingSystem.IsWindows())
            Hold(PosixSignalRegistration.Create(FileTooLarge, context => context.Cancel = true));
        return this;

        void Take(PosixSignalContext context)
        {
            context.Cancel = true;
            Receive();
        }
    }

    /// <summary>What one more signal does.</summary>
    internal void Receive()
    {
        switch (Interlocked.Increment(ref _received))
        {
            case 1:
                ExitAfter(Longest);
                Cancel(_stop);
                break;
            case 2:
                ExitAfter(LongestInHurry);
                Cancel(_hurry);
                break;
            default:
                exit(ExitCode.Inconclusive);
                break;
        }
    }

    public void Dispose()
    {
        lock (_lock)
            foreach (var held in _held)
                held.Dispose();
        _stop.Dispose();
        _hurry.Dispose();
    }

    private void ExitAfter(TimeSpan allowed) =>
        Hold(time.CreateTimer(_ => exit(ExitCode.Inconclusive), null, allowed, Timeout.InfiniteTimeSpan));

    private void Hold(IDisposable held)
    {
        lock (_lock)
            _held.Add(held);
    }

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (Exception e) when (e is AggregateException or ObjectDisposedException)
        {
            // Whoever was told has failed, or there is nobody any more: the deadline stands all the same.
        }
    }
}
