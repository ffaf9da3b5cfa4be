using System.Collections.Concurrent;

namespace Conformance.Reference.Mutants;

/// <summary>
/// Brings calls about the same thing together, so that a race which a target can lose is lost: the first caller waits
/// for another one, but not for ever, since most calls come alone.
/// </summary>
internal sealed class Meeting
{
    private const int LongestWaitInTurns = 50;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(1);

    private readonly ConcurrentDictionary<string, Table> tables = new();
    private readonly ConcurrentDictionary<string, bool> met = new();

    /// <summary>Whether callers about the same thing have met before, for those that come too late to meet anybody.</summary>
    public bool HaveMet(string about) => met.ContainsKey(about);

    /// <summary>Whether another caller came about the same thing while this one was waiting.</summary>
    public bool Meets(string about)
    {
        var table = tables.GetOrAdd(about, _ => new Table());
        if (Interlocked.Increment(ref table.Guests) > 1)
            table.HasCompany.TrySetResult();
        var isMet = IsJoined(table);
        tables.TryRemove(new(about, table));
        if (isMet)
            met[about] = true;
        return isMet;
    }

    /// <summary>
    /// Waits in turns, each of which lets everything go first that the thread pool has to do already: on a busy machine the
    /// other caller comes late, and so does the end of this wait.
    /// </summary>
    private static bool IsJoined(Table table)
    {
        for (var turn = 0; turn < LongestWaitInTurns; turn++)
        {
            // The thread pool makes up at once for threads that wait for tasks, so that the other caller finds one.
            if (table.HasCompany.Task.Wait(Turn))
                return true;
            Task.Factory.StartNew(
                    static () => { },
                    CancellationToken.None,
                    TaskCreationOptions.PreferFairness,
                    TaskScheduler.Default
                )
                .Wait();
        }
        return table.HasCompany.Task.IsCompleted;
    }

    private sealed class Table
    {
        public int Guests;

        public TaskCompletionSource HasCompany { get; } = new();
    }
}
