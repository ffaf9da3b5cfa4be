namespace Conformance.Reference.NovaAct;

/// <summary>Resources by their key and in the order of their creation. Its holder sees to it that one thread comes in.</summary>
internal sealed class Ledger<T>(IEqualityComparer<string> keys)
    where T : class
{
    private readonly Dictionary<string, Line> byKey = new(keys);
    private readonly SortedSet<Line> inOrder = new(Comparer<Line>.Create((a, b) => a.Number.CompareTo(b.Number)));
    private long lastNumber;

    public int Count => byKey.Count;

    public T? Find(string key) => byKey.TryGetValue(key, out var line) ? line.Resource : null;

    /// <summary>Adds a resource under a key that is not taken.</summary>
    public void Add(string key, T resource)
    {
        var line = new Line(lastNumber + 1, resource);
        byKey.Add(key, line);
        inOrder.Add(line);
        lastNumber++;
    }

    /// <summary>Puts another resource in the place of the one with this key.</summary>
    public void Replace(string key, T resource) => byKey[key].Resource = resource;

    public T? Remove(string key)
    {
        if (!byKey.Remove(key, out var line))
            return null;
        inOrder.Remove(line);
        return line.Resource;
    }

    /// <summary>
    /// The resources that come next. What is added or removed between two pages neither repeats nor hides anything
    /// else.
    /// </summary>
    public Page<T> Read(PageRequest request)
    {
        var lines = inOrder.GetViewBetween(
            Mark(request.IsAscending && request.After is { } lower ? lower + 1 : 0),
            Mark(!request.IsAscending && request.After is { } upper ? upper - 1 : long.MaxValue)
        );
        var found = (request.IsAscending ? lines : lines.Reverse()).Take(request.MaxResults + 1).ToArray();
        return found.Length <= request.MaxResults
            ? new([.. found.Select(l => l.Resource)], null)
            : new([.. found.SkipLast(1).Select(l => l.Resource)], found[^2].Number);
    }

    private static Line Mark(long number) => new(number, null!);

    private sealed class Line(long number, T resource)
    {
        public long Number => number;

        public T Resource { get; set; } = resource;
    }
}
