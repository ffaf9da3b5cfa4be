using System.Collections.Concurrent;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing.Cleaning;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>Remembers what the run made on the target, so that it can be deleted and nothing else is.</summary>
public sealed class Ledger
{
    private readonly ConcurrentDictionary<ResourceKey, Created> _entries = new();
    private readonly ConcurrentDictionary<ResourceKey, Created> _deleted = new();
    private int _number;

    /// <summary>Remembers what was made, and counts nothing.</summary>
    public Ledger()
        : this(new Occupancy([])) { }

    internal Ledger(Occupancy occupancy) => Occupancy = occupancy;

    /// <summary>How many resources there are, and how many there may be.</summary>
    internal Occupancy Occupancy { get; }

    /// <summary>What was made and is not known to be deleted, children before the resources they live in.</summary>
    public IReadOnlyList<Created> Entries =>
        [
            // A copy first: what is sorted must not change meanwhile.
            .. _entries
                .ToArray()
                .OrderByDescending(e => e.Value.Request.Segments.Count)
                .ThenBy(e => e.Key.Operation)
                .ThenBy(e => e.Key.Parents)
                .ThenBy(e => e.Key.Id)
                .Select(e => e.Value),
        ];

    /// <summary>All that was ever made; of what is deleted, without the bodies of the requests.</summary>
    public IEnumerable<Created> EverMade => _deleted.Values.Where(d => !_entries.ContainsKey(d.Key)).Concat(Entries);

    /// <summary>The number that the next resource gets at least.</summary>
    public int Next => Volatile.Read(ref _number) + 1;

    /// <summary>What was made for one requirement and is not known to be deleted, in the same order.</summary>
    public IReadOnlyList<Created> MadeFor(string scope) => [.. Entries.Where(e => e.Scope == scope)];

    /// <summary>
    /// Writes down what a request is about to make: should its response be lost, or the run be cancelled meanwhile, the
    /// resource may be there all the same. Only for names that begin with the run's id: others may be somebody's.
    /// </summary>
    public void NoteBegin(RequestDraft request, string prefix, string scope = "")
    {
        if (request.Operation.Role != OperationRole.Documented)
            return;
        if (NameIn(request) is { } name && name.StartsWith(prefix, StringComparison.Ordinal))
            _entries.TryAdd(
                ResourceKey.Of(request, name),
                Numbered(new Created(request, name, IsGiven: false) { IsCertain = false }, scope)
            );
    }

    /// <summary>Writes down the resource that this exchange made, or that it made none.</summary>
    public void NoteEnd(RequestDraft request, Exchange exchange, string scope = "")
    {
        if (request.Operation.Role != OperationRole.Documented)
            return;
        var mayBeThere = exchange.Response is null && !exchange.NeverArrived();
        if (exchange.IsAccepted() && Named(request, exchange) is { } created)
            NoteCertain(created, scope);
        else if (mayBeThere || exchange.MayHaveBeenCarriedOut())
            Leave(request, scope, Known(request)?.Key, mayExist: true);
        else
            // An accepted one whose response names nothing made something that nobody can name.
            Leave(request, scope, WithoutUncertain(request), mayExist: exchange.IsAccepted());
    }

    /// <summary>It was deleted, or a deletion of it was accepted.</summary>
    public void Remove(Created created)
    {
        if (_entries.TryRemove(created.Key, out var entry))
            _deleted[entry.Key] = entry with { Request = entry.Request with { Body = null, Broken = null } };
    }

    private void NoteCertain(Created created, string scope)
    {
        var earlier = _entries.GetValueOrDefault(created.Key);
        // A repeat makes nothing: what is there belongs to who made it.
        if (earlier is not { IsCertain: true })
            Occupancy.NoteCreated(created.Request.Operation.Id);
        _entries[created.Key] = earlier is null
            ? Numbered(created, scope)
            : created with
            {
                Scope = earlier.Scope,
                Number = earlier.Number,
            };
        Leave(created.Request, scope, created.Key, mayExist: true);
    }

    /// <summary>What is there under the name of a request that made nothing of it: nothing, unless an earlier one did.</summary>
    private ResourceKey? WithoutUncertain(RequestDraft request)
    {
        if (Known(request) is not { } entry)
            return null;
        if (entry.IsCertain)
            return entry.Key;
        _entries.TryRemove(new(entry.Key, entry));
        Occupancy.Gone(entry.Key);
        return null;
    }

    private Created? Known(RequestDraft request) =>
        NameIn(request) is { } name ? _entries.GetValueOrDefault(ResourceKey.Of(request, name)) : null;

    private void Leave(RequestDraft request, string scope, ResourceKey? key, bool mayExist) =>
        Occupancy.Leave(request.Operation.Id, scope, key, mayExist);

    private Created Numbered(Created created, string scope) =>
        created with
        {
            Scope = scope,
            Number = Interlocked.Increment(ref _number),
        };

    private static string? NameIn(RequestDraft request) =>
        request.TextAt(request.Operation.Playing(MemberRole.UniqueName));

    private static Created? Named(RequestDraft request, Exchange exchange)
    {
        var identifier = request.Operation.Success.Members.FirstOrDefault(m => m.Role == MemberRole.Identifier);
        if (identifier is not null)
            return exchange.Identifier(identifier) is { Length: > 0 } given
                ? new Created(request, GivenIdentifier.Kept(given), IsGiven: true)
                {
                    MayBeNamed = GivenIdentifier.MayStandInAUrl(given),
                }
                : null;
        return NameIn(request) is { } name ? new Created(request, name, IsGiven: false) : null;
    }
}
