namespace Conformance.Engine.Testing.Cleaning;

/// <summary>
/// Counts the resources of each kind that may exist on the target because of the run, and keeps them below a bound where
/// there is one. Whoever begins is sure of a few; of more only one at a time, so that nobody waits for somebody who waits.
/// Safe for concurrent callers.
/// </summary>
/// <param name="kinds">The operations that make what can be deleted again.</param>
/// <param name="most">The most of one kind at once; null for no bound.</param>
internal sealed class Occupancy(ImmutableHashSet<string> kinds, int? most = null)
{
    // What nearly every requirement needs at once, and what the few that race need.
    private const int UsualShare = 8;
    private const int RoomForOne = 64;

    private readonly Lock gate = new();
    private readonly ImmutableDictionary<string, Pool> pools = kinds.ToImmutableDictionary(
        kind => kind,
        _ => new Pool()
    );
    private readonly Dictionary<string, Tenant> tenants = new(StringComparer.Ordinal);
    private string? greedy;
    private int created;
    private int peak;
    private TaskCompletionSource changed = NewSignal();

    private sealed class Tenant(int share)
    {
        public int Share => share;

        public bool Waits { get; set; }
    }

    private sealed class Pool
    {
        public Dictionary<ResourceKey, string> Standing { get; } = [];

        // Asked for, or made without anybody's knowing its identifier; by who asked.
        public Dictionary<string, int> Loose { get; } = new(StringComparer.Ordinal);

        public int UnderWay { get; set; }

        public int Total => Standing.Count + Loose.Values.Sum();

        public int HeldBy(string scope) =>
            Loose.GetValueOrDefault(scope) + Standing.Values.Count(owner => owner == scope);
    }

    /// <summary>The most of one kind at once; null for no bound.</summary>
    public int? Most => most;

    /// <summary>How many resources the run has made for certain.</summary>
    public int Created
    {
        get
        {
            lock (gate)
                return created;
        }
    }

    /// <summary>The most of one kind that existed at once, as far as the run knows.</summary>
    public int Peak
    {
        get
        {
            lock (gate)
                return peak;
        }
    }

    /// <summary>Done when anything has changed since it was asked for.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
                return changed.Task;
        }
    }

    /// <summary>Whether the requests of this operation make something that is bounded.</summary>
    public bool Bounds(string kind) => most is not null && pools.ContainsKey(kind);

    /// <summary>Whether the requirement has begun, so that others may wait for what it gives back.</summary>
    public bool HasBegun(string scope)
    {
        lock (gate)
            return tenants.ContainsKey(scope);
    }

    /// <summary>Lets a requirement begin, if there is room for what it is sure to get.</summary>
    public bool TryBegin(string scope)
    {
        if (most is not { } bound)
            return true;
        lock (gate)
        {
            // One that stands still because all is taken goes first; where nobody is left to wait for, what there is will do.
            if (tenants.Count > 0 && (tenants.Values.Any(t => t.Waits) || pools.Values.Any(p => !HasRoomForOneMore(p))))
                return false;
            var free = bound - pools.Values.Select(p => p.Total + Promised(p)).DefaultIfEmpty(0).Max();
            tenants[scope] = new Tenant(Math.Clamp(free, 0, UsualShare));
            return true;
        }
    }

    /// <summary>The requirement is through: what it has left is nobody's now.</summary>
    public void End(string scope)
    {
        lock (gate)
        {
            tenants.Remove(scope);
            greedy = greedy == scope ? null : greedy;
            Signal();
        }
    }

    /// <summary>Whether there is room for what one more request may make; then it is taken until <see cref="Leave"/>.</summary>
    /// <param name="kind">The operation.</param>
    /// <param name="scope">The requirement that it is sent for.</param>
    public bool TryEnter(string kind, string scope)
    {
        if (most is not { } bound || !pools.TryGetValue(kind, out var pool))
            return true;
        lock (gate)
        {
            var tenant = tenants.GetValueOrDefault(scope);
            var isSure = tenant is not null && pool.HeldBy(scope) < tenant.Share;
            if (tenant is not null && !isSure)
                greedy ??= scope;
            var isNext = tenant is null || greedy == scope;
            var may = pool.Total < bound && (isSure || (isNext && pool.Total + Promised(pool, except: scope) < bound));
            if (tenant is not null)
                tenant.Waits = !may;
            if (!may)
                return false;
            pool.Loose[scope] = pool.Loose.GetValueOrDefault(scope) + 1;
            pool.UnderWay++;
            return true;
        }
    }

    /// <summary>The response is there, or will never be.</summary>
    /// <param name="kind">The operation.</param>
    /// <param name="scope">The requirement that it was sent for.</param>
    /// <param name="key">What exists now, or may exist; null where that is not known.</param>
    /// <param name="mayExist">Whether something may exist that nobody knows how to name.</param>
    public void Leave(string kind, string scope, ResourceKey? key, bool mayExist)
    {
        if (!pools.TryGetValue(kind, out var pool))
            return;
        lock (gate)
        {
            if (key is { } known && pool.Standing.TryAdd(known, scope))
                peak = Math.Max(peak, pool.Standing.Count);
            if (most is null || !pool.Loose.TryGetValue(scope, out var loose))
                return;
            pool.UnderWay = Math.Max(0, pool.UnderWay - 1);
            if (key is not null || !mayExist)
                pool.Loose[scope] = loose - 1;
            if (pool.Loose[scope] == 0)
                pool.Loose.Remove(scope);
            Signal();
        }
    }

    /// <summary>One more was made for certain.</summary>
    public void NoteCreated(string kind)
    {
        lock (gate)
            created += pools.ContainsKey(kind) ? 1 : 0;
    }

    /// <summary>It exists no more.</summary>
    public void Gone(ResourceKey key)
    {
        lock (gate)
        {
            if (pools.TryGetValue(key.Operation, out var pool) && pool.Standing.Remove(key))
                Signal();
        }
    }

    /// <summary>How many of one kind the requirement has, at most.</summary>
    public int HeldBy(string scope)
    {
        lock (gate)
            return pools.Values.Select(p => p.HeldBy(scope)).DefaultIfEmpty(0).Max();
    }

    /// <summary>How many of this kind may exist now.</summary>
    public int Count(string kind)
    {
        lock (gate)
            return pools.TryGetValue(kind, out var pool) ? pool.Total : 0;
    }

    /// <summary>
    /// Whether it is of no use to wait for others: no request is under way, and all who might give something back wait too.
    /// </summary>
    public bool IsStuck(string scope)
    {
        lock (gate)
            return pools.Values.All(p => p.UnderWay == 0)
                && tenants.All(t => t.Key == scope || t.Value.Waits)
                && (!tenants.ContainsKey(scope) || greedy == scope || greedy is null);
    }

    private int Bound => most ?? int.MaxValue;

    /// <summary>What those who have begun are still sure to get.</summary>
    private int Promised(Pool pool, string? except = null) =>
        tenants.Where(t => t.Key != except).Sum(t => Math.Max(0, t.Value.Share - pool.HeldBy(t.Key)));

    /// <summary>Room for another one's share, and for the one that needs more than its own.</summary>
    private bool HasRoomForOneMore(Pool pool)
    {
        var share = Math.Min(UsualShare, Bound);
        var extra = greedy is null ? 0 : Math.Max(0, pool.HeldBy(greedy) - share);
        var kept = Math.Max(0, Math.Min(RoomForOne, Bound - share) - extra);
        return pool.Total + Promised(pool) + share + kept <= Bound;
    }

    private void Signal()
    {
        changed.TrySetResult();
        changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
