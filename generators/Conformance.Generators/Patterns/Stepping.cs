namespace Conformance.Generators.Patterns;

/// <summary>An automaton's steps as a table over classes of characters: a step is two look-ups, whatever the pattern.</summary>
internal sealed class Stepping
{
    private readonly ushort[] _classOf = new ushort[char.MaxValue + 1];
    private readonly int[] _next;
    private readonly int _classes;
    private readonly ImmutableArray<bool> _leads;

    public Stepping(ImmutableArray<ImmutableArray<Edge>> edges)
    {
        var starts = StartsOf(edges);
        var columns = starts.Select(start => ColumnOf(edges, (char)start)).ToList();
        var distinct = new Dictionary<string, ushort>();
        var kept = new List<int[]>();
        for (var i = 0; i < starts.Length; i++)
        {
            var key = string.Join(',', columns[i]);
            if (!distinct.TryGetValue(key, out var number))
            {
                distinct[key] = number = (ushort)kept.Count;
                kept.Add(columns[i]);
            }
            var end = i + 1 < starts.Length ? starts[i + 1] : char.MaxValue + 1;
            Array.Fill(_classOf, number, starts[i], end - starts[i]);
        }
        _classes = kept.Count;
        _next = new int[edges.Length * _classes];
        for (var state = 0; state < edges.Length; state++)
        for (var number = 0; number < _classes; number++)
            _next[(state * _classes) + number] = kept[number][state];
        _leads = [.. kept.Select(column => column.Any(to => to >= 0))];
        Representatives =
        [
            .. kept.Index()
                .Where(column => _leads[column.Index])
                .Select(column => (char)Array.IndexOf(_classOf, (ushort)column.Index)),
        ];
    }

    /// <summary>The first character of each class that leads anywhere, rising.</summary>
    public ImmutableArray<char> Representatives { get; }

    /// <summary>The state after this character, or -1.</summary>
    public int Step(int state, char c) => _next[(state * _classes) + _classOf[c]];

    /// <summary>Whether the character leads from any state to another.</summary>
    public bool Leads(char c) => _leads[_classOf[c]];

    /// <summary>Where a run of characters that no state tells apart begins.</summary>
    private static int[] StartsOf(ImmutableArray<ImmutableArray<Edge>> edges) =>
        [
            .. edges
                .SelectMany(from => from)
                .SelectMany(edge => new[] { (int)edge.Characters.Min, edge.Characters.Max + 1 })
                .Append(0)
                .Where(start => start <= char.MaxValue)
                .Distinct()
                .Order(),
        ];

    private static int[] ColumnOf(ImmutableArray<ImmutableArray<Edge>> edges, char c)
    {
        var column = new int[edges.Length];
        for (var state = 0; state < edges.Length; state++)
        {
            column[state] = -1;
            foreach (var edge in edges[state])
            {
                if (edge.Characters.Contains(c))
                    column[state] = edge.To;
            }
        }
        return column;
    }
}
