namespace Conformance.Generators.Dimensions;

/// <summary>The combinations of so many dimensions' choices that no row holds yet.</summary>
internal sealed class OpenCombinations
{
    /// <summary>In a row: no choice has been made.</summary>
    public const int NotChosen = -1;

    private readonly ImmutableArray<int> _sizes;
    private readonly ImmutableArray<int[]> _groups;
    private readonly ImmutableArray<ImmutableArray<int>> _groupsOf;
    private readonly bool[][] _isCovered;
    private readonly int[] _open;

    public OpenCombinations(ImmutableArray<int> sizes, int strength)
    {
        _sizes = sizes;
        _groups = [.. Groups(sizes.Length, strength)];
        _isCovered = [.. _groups.Select(group => new bool[group.Aggregate(1, (all, dim) => all * sizes[dim])])];
        _open = [.. _isCovered.Select(combinations => combinations.Length)];
        Count = _open.Sum();
        _groupsOf =
        [
            .. Enumerable
                .Range(0, sizes.Length)
                .Select(dim =>
                    _groups.Index().Where(g => g.Item.Contains(dim)).Select(g => g.Index).ToImmutableArray()
                ),
        ];
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>A row of one of them and nothing else, from the dimensions that have most.</summary>
    public int[] OneOfThem(Draw draw)
    {
        var most = _open.Max();
        var groups = _open.Index().Where(o => o.Item == most).Select(o => o.Index).ToList();
        var index = groups[draw.Pick(groups.Count)];
        var covered = _isCovered[index];
        var at = draw.Among(0, covered.Length);
        while (covered[at])
            at = (at + 1) % covered.Length;
        var row = Enumerable.Repeat(NotChosen, _sizes.Length).ToArray();
        foreach (var dimension in _groups[index].Reverse())
        {
            row[dimension] = at % _sizes[dimension];
            at /= _sizes[dimension];
        }
        return row;
    }

    /// <summary>How many of them a row holds with its choice for this dimension; the other choices need not all be made.</summary>
    public int CoveredBy(int[] row, int dimension)
    {
        var count = 0;
        foreach (var index in _groupsOf[dimension])
        {
            if (PlaceOf(row, _groups[index]) is { } place && !_isCovered[index][place])
                count++;
        }
        return count;
    }

    /// <summary>Takes those out that the row holds.</summary>
    public void Cover(int[] row)
    {
        for (var index = 0; index < _groups.Length; index++)
        {
            if (PlaceOf(row, _groups[index]) is not { } place || _isCovered[index][place])
                continue;
            _isCovered[index][place] = true;
            _open[index]--;
            Count--;
        }
    }

    private int? PlaceOf(int[] row, int[] group)
    {
        var place = 0;
        foreach (var dimension in group)
        {
            if (row[dimension] == NotChosen)
                return null;
            place = (place * _sizes[dimension]) + row[dimension];
        }
        return place;
    }

    private static IEnumerable<int[]> Groups(int dimensions, int strength) =>
        strength == 0
            ?
            [
                [],
            ]
            : Enumerable
                .Range(0, dimensions)
                .SelectMany(last => Groups(last, strength - 1).Select(group => (int[])[.. group, last]));
}
