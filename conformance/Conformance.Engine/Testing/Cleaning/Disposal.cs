using System.Collections.Concurrent;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing.Cleaning;

/// <summary>
/// Deletes what was made for a requirement once that is judged, while others are still tested, so that few resources exist at
/// once. What can't be deleted then is left to the end of the run. Safe for concurrent callers.
/// </summary>
internal sealed class Disposal
{
    // Four in a row: there are none, or all hang, and the end of the run will tell.
    private const int MostFailures = 4;

    private readonly ConcurrentDictionary<string, Kind> _kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ResourceKey, bool> _deleted = new();
    private bool? _rejectsDuplicates;
    private int _sent;

    /// <summary>How many requests only cleaned up, repeats by the client left out.</summary>
    public int RequestsSent => Volatile.Read(ref _sent);

    private SemaphoreSlim Asking { get; } = new(1, 1);

    private sealed class Kind
    {
        public SemaphoreSlim First { get; } = new(1, 1);

        public bool Works { get; set; }

        public int Failures { get; set; }

        public bool IsOff => Failures >= MostFailures;
    }

    /// <summary>Whether a deletion of what this operation makes was accepted.</summary>
    public bool Works(string kind) => _kinds.TryGetValue(kind, out var known) && known.Works;

    /// <summary>Whether a deletion of this name was sent, so that its being taken does not show that it is there.</summary>
    public bool WasDeleted(RequestDraft creation, string name) => _deleted.ContainsKey(ResourceKey.Of(creation, name));

    /// <summary>Deletes these, children before the resources they live in.</summary>
    /// <param name="session">The session that made them.</param>
    /// <param name="made">What is not needed any more.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task Delete(ApiSession session, IEnumerable<Created> made, CancellationToken cancel)
    {
        var room = session.Ledger.Occupancy;
        // Without a bound there is time for what may be somebody else's, and for what may not be there yet.
        var entries = made.Where(e => e.MayBeNamed && Deletions.Exist(session.Api, e))
            .Where(e => room.Most is not null || (e.IsCertain && Deletions.IsOurs(session, e)));
        foreach (var depth in entries.GroupBy(e => e.Request.Segments.Count).OrderByDescending(d => d.Key))
        {
            foreach (var created in depth)
                await DeleteOne(session, created, cancel);
            // What they live in may be kept until they are gone.
            await session.Room.Settle(session, cancel);
        }
    }

    /// <summary>
    /// A name too short for the run's id may have existed before: that it was accepted shows that it was free only on a
    /// target that rejects duplicates.
    /// </summary>
    public async Task<bool> RejectsDuplicates(ApiSession session, CancellationToken cancel)
    {
        await Asking.WaitAsync(cancel);
        try
        {
            if (_rejectsDuplicates is { } seen)
                return seen;
            if (Known(session) is not { } known)
                return false;
            // Without its token, or it would be a repeat and no duplicate.
            var token = known.Request.Operation.Playing(MemberRole.IdempotencyToken);
            var plain = known.Request with { Broken = null };
            var wire = (token is null ? plain : plain.Without(token)).ToWire();
            session.Log.Add(Deletions.Scope, 0, "are duplicates rejected", wire, []);
            var exchange = await Sent(() => session.TargetClient.Send(wire, cancel));
            var conflict = known.Request.Operation.ErrorFor(ErrorCause.Conflict);
            var rejects = exchange.Response is { } response && response.Status == conflict?.Status;
            _rejectsDuplicates = rejects;
            return rejects;
        }
        finally
        {
            Asking.Release();
        }
    }

    /// <summary>Whether it exists no more, as far as the target tells: by reading it, or else by deleting it again.</summary>
    public async Task<bool> IsGone(ApiSession session, Created created, CancellationToken cancel)
    {
        if (Deletions.Reading(session.Api, created) is { } reading && session.Capabilities.Has(reading.Operation.Id))
        {
            var brief = session.Patience.Brief;
            var wire = reading.ToWire() with { Timeout = brief.IsFull ? null : brief.Time };
            return (await Sent(() => session.TargetClient.Send(wire, cancel))).Response?.Status is 404 or 410;
        }
        var again = await Sent(() => Deletions.Send(session, created, _ => session.Patience.Brief, cancel));
        return again is not null && Deletions.IsGone(again, created);
    }

    // What the first look made is there to the end, so that it is always the same one.
    private static Created? Known(ApiSession session) =>
        session
            .Ledger.Entries.Where(e => !e.IsGiven && e.IsCertain && Deletions.IsOurs(session, e))
            .OrderByDescending(e => Preflight.Made(e))
            .FirstOrDefault();

    private async Task DeleteOne(ApiSession session, Created created, CancellationToken cancel)
    {
        var kind = _kinds.GetOrAdd(created.Request.Operation.Id, _ => new Kind());
        if (!Deletions.IsOurs(session, created) && !await RejectsDuplicates(session, cancel))
            return;
        if (kind.Works)
        {
            await Try(session, created, kind, _ => session.Patience.Brief, cancel);
            return;
        }
        // Until one was accepted, one at a time is waited for with the full time.
        await kind.First.WaitAsync(cancel);
        try
        {
            await Try(session, created, kind, o => session.Patience.For(o, RequirementGroup.Kit), cancel);
        }
        finally
        {
            kind.First.Release();
        }
    }

    private async Task Try(
        ApiSession session,
        Created created,
        Kind kind,
        Func<string, Allowance> allowed,
        CancellationToken cancel
    )
    {
        if (kind.IsOff)
            return;
        _deleted[created.Key] = true;
        if (await Sent(() => Deletions.Send(session, created, allowed, cancel)) is not { } deletion)
            return;
        if (deletion.IsAccepted())
        {
            (kind.Works, kind.Failures) = (true, 0);
            session.Ledger.Remove(created);
            await session.Room.NoteDeleted(session, created, deletion, cancel);
        }
        // A target without deletions finds nothing to delete either.
        else if (kind.Works && Deletions.IsGone(deletion, created))
        {
            // One whose response was lost may yet come to be: the end of the run looks again.
            if (created.IsCertain)
                session.Ledger.Remove(created);
            session.Ledger.Occupancy.Gone(created.Key);
        }
        else if (deletion.RanOutOfTime())
            kind.Failures = kind.Works ? kind.Failures + 1 : MostFailures;
        else if (!kind.Works)
            kind.Failures++;
    }

    private async Task<T> Sent<T>(Func<Task<T>> send)
    {
        Interlocked.Increment(ref _sent);
        return await send();
    }
}
