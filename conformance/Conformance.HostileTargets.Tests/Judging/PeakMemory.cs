using System.Globalization;

namespace Conformance.HostileTargets.Tests.Judging;

/// <summary>The most memory that a process had at once, as Linux counts it; 0 elsewhere.</summary>
internal sealed class PeakMemory(int processId)
{
    private const string Key = "VmHWM:";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Bytes that were resident at once.</summary>
    public long Bytes { get; private set; }

    /// <summary>Looks again and again until the process has ended; false where it takes longer than this.</summary>
    public async Task<bool> WatchUntil(Task ended, TimeSpan longest)
    {
        using var end = new CancellationTokenSource(longest);
        while (!ended.IsCompleted && !end.IsCancellationRequested)
        {
            // The system keeps the peak, and forgets it with the process.
            Bytes = Math.Max(Bytes, Read());
            await Task.WhenAny(ended, Task.Delay(Pause, TimeProvider.System, CancellationToken.None));
        }
        return ended.IsCompleted;
    }

    private long Read()
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status")
                .FirstOrDefault(l => l.StartsWith(Key, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line[Key.Length..^"kB".Length], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
