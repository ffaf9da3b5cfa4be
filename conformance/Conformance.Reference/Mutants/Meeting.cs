using System.Collections.Concurrent;

namespace Conformance.Reference.Mutants;

/// <summary>
/// Brings calls about the same thing together, so that a race which a target can lose is lost: the first caller waits
/// for another one, but not for ever, since most calls come alone.
/// </summary>
internal sealed class Meeting
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

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
        // The thread pool makes up at once for threads that wait for tasks, so that the other caller finds one.
        var isMet = table.HasCompany.Task.Wait(Patience);
        tables.TryRemove(new(about, table));
        if (isMet)
            met[about] = true;
        return isMet;
    }

    private sealed class Table
    {
        public int Guests;

        public TaskCompletionSource HasCompany { get; } = new();
    }
}
