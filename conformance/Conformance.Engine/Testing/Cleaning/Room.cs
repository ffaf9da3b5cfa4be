using System.Collections.Concurrent;
using System.Globalization;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing.Cleaning;

/// <summary>
/// Keeps a run below the most resources of one kind that the configuration allows: requirements wait for room, and what is
/// being deleted counts until it is gone. Without a bound nobody waits. Safe for concurrent callers.
/// </summary>
internal sealed class Room
{
    private const int Accepted = 202;

    // Those that could not be deleted at first are tried again a few at a time.
    private const int Retried = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDeletion = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<ResourceKey, Departure> _departing = new();
    private readonly ConcurrentDictionary<string, bool> _finished = new(StringComparer.Ordinal);

    private SemaphoreSlim Settling { get; } = new(1, 1);

    private sealed record Departure(Created Created, DateTimeOffset Until);

    /// <summary>Tests a requirement once it may begin, and deletes what was made for it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="scope">The requirement.</param>
    /// <param name="test">Tests it; what it gives is known before anything is deleted.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<T> During<T>(ApiSession session, string scope, Func<Task<T>> test, CancellationToken cancel)
    {
        await Begin(session, scope, cancel);
        try
        {
            var result = await test();
            await session.Disposal.Delete(session, session.Ledger.MadeFor(scope), cancel);
            return result;
        }
        finally
        {
            End(session, scope);
        }
    }

    /// <summary>Waits until a requirement may begin.</summary>
    public async Task Begin(ApiSession session, string scope, CancellationToken cancel)
    {
        while (!session.Ledger.Occupancy.TryBegin(scope))
            await Wait(session, cancel);
    }

    /// <summary>A requirement is through, and what it made is deleted as far as it could be.</summary>
    public void End(ApiSession session, string scope)
    {
        _finished[scope] = true;
        session.Ledger.Occupancy.End(scope);
    }

    /// <summary>Waits until there is room for what a request may make.</summary>
    /// <param name="session">The session.</param>
    /// <param name="operation">The operation of the request.</param>
    /// <param name="scope">The requirement that it is sent for.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="NoRoomException">There is none, and waiting brings none.</exception>
    public Task Enter(ApiSession session, Operation operation, string scope, CancellationToken cancel)
    {
        var room = session.Ledger.Occupancy;
        return !room.Bounds(operation.Id) || room.TryEnter(operation.Id, scope)
            ? Task.CompletedTask
            : EnterLater(session, operation, scope, cancel);
    }

    /// <summary>A deletion was accepted: what the target only promises to delete counts until it is gone.</summary>
    public async Task NoteDeleted(ApiSession session, Created created, Exchange deletion, CancellationToken cancel)
    {
        var room = session.Ledger.Occupancy;
        var isPromised = room.Most is not null && deletion.Response?.Status == Accepted;
        if (!isPromised || await session.Disposal.IsGone(session, created, cancel))
            room.Gone(created.Key);
        else
            _departing[created.Key] = new Departure(created, session.Time.GetUtcNow() + LongestDeletion);
    }

    /// <summary>Asks after what is being deleted; whether anything is gone now.</summary>
    public async Task<bool> Settle(ApiSession session, CancellationToken cancel)
    {
        if (session.Ledger.Occupancy.Most is null || !await Settling.WaitAsync(0, cancel))
            return false;
        try
        {
            var any = false;
            foreach (var (key, departure) in _departing)
                if (await session.Disposal.IsGone(session, departure.Created, cancel))
                {
                    any |= _departing.TryRemove(key, out _);
                    session.Ledger.Occupancy.Gone(key);
                }
                else if (session.Time.GetUtcNow() > departure.Until)
                    // It counts to the end, but nobody waits for it any more.
                    _departing.TryRemove(key, out _);
            return any;
        }
        finally
        {
            Settling.Release();
        }
    }

    private async Task EnterLater(ApiSession session, Operation operation, string scope, CancellationToken cancel)
    {
        var room = session.Ledger.Occupancy;
        while (!room.TryEnter(operation.Id, scope))
        {
            if (await Settle(session, cancel) || await Retry(session, cancel))
                continue;
            // Whoever has no share of its own asks on behalf of one that has, and must not wait for it.
            if (!room.HasBegun(scope) || (room.IsStuck(scope) && _departing.IsEmpty))
                throw new NoRoomException(WhyNone(room, operation));
            await Wait(session, cancel);
        }
    }

    private async Task Wait(ApiSession session, CancellationToken cancel)
    {
        var changed = session.Ledger.Occupancy.Changed;
        if (await Settle(session, cancel))
            return;
        await Task.WhenAny(changed, Task.Delay(Pause, session.Time, cancel));
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Deletes again what requirements left that are through: it may have been in use, or its children were there.</summary>
    private async Task<bool> Retry(ApiSession session, CancellationToken cancel)
    {
        var left = session
            .Ledger.Entries.Where(e => e.IsCertain && _finished.ContainsKey(e.Scope))
            .Take(Retried)
            .ToList();
        var before = session.Ledger.Entries.Count;
        await session.Disposal.Delete(session, left, cancel);
        return session.Ledger.Entries.Count < before;
    }

    private static string WhyNone(Occupancy room, Operation operation) =>
        $"limits.resources allows {(room.Most == 1 ? "1 resource" : $"{Number(room.Most ?? 0)} resources")} of one kind at once, {Number(room.Count(operation.Id))} made by "
        + $"{operation.Id} may exist, and this needs one more; raise it, or see why what the run makes can't be deleted";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
