using System.Collections.Concurrent;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>
/// Brings calls about the same thing together, so that a race which a target can lose is lost: the first caller waits
/// for another one, but not for ever, since most calls come alone.
/// </summary>
internal sealed class Meeting
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, Table> _tables = new();

    /// <summary>Whether another caller came about the same thing while this one was waiting.</summary>
    public bool Meets(string about)
    {
        var table = _tables.GetOrAdd(about, _ => new Table());
        if (Interlocked.Increment(ref table.Guests) > 1)
            table.HasCompany.Set();
        var isMet = table.HasCompany.Wait(Patience);
        _tables.TryRemove(new(about, table));
        return isMet;
    }

    private sealed class Table
    {
        public int Guests;

        public ManualResetEventSlim HasCompany { get; } = new();
    }
}
