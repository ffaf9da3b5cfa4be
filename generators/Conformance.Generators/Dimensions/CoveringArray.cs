namespace Conformance.Generators.Dimensions;

/// <summary>
/// Few rows of choices in which every combination of any so many dimensions occurs: what shows only where several meet shows
/// without trying everything with everything.
/// </summary>
public static class CoveringArray
{
    private const int CandidatesForEachRow = 8;

    /// <summary>
    /// Rows with one choice for each dimension, so that for any <paramref name="strength"/> of them every combination of
    /// their choices stands in a row. With the same arguments always the same rows, and none that could be left out.
    /// </summary>
    /// <param name="sizes">How many choices each dimension has, each at least 1.</param>
    /// <param name="strength">How many dimensions are combined, at least 1: 2 for pairs; where there are fewer, all of them.</param>
    /// <param name="draw">Decides which of many such sets of rows it is.</param>
    /// <returns>Each row holds an index for each dimension, from 0; without dimensions one row that is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size or the strength is less than 1.</exception>
    public static ImmutableArray<ImmutableArray<int>> Rows(ImmutableArray<int> sizes, int strength, Draw draw)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(strength, 1);
        foreach (var size in sizes)
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, nameof(sizes));
        if (sizes.IsEmpty)
            return
            [
                [],
            ];
        var open = new OpenCombinations(sizes, Math.Min(strength, sizes.Length));
        var rows = new List<int[]>();
        while (open.Count > 0)
        {
            var row = Best(sizes, open, draw.Turn(rows.Count));
            open.Cover(row);
            rows.Add(row);
        }
        return [.. Needed(rows, sizes, Math.Min(strength, sizes.Length)).Select(row => row.ToImmutableArray())];
    }

    /// <summary>The row of some candidates that covers most.</summary>
    private static int[] Best(ImmutableArray<int> sizes, OpenCombinations open, Draw draw) =>
        Enumerable
            .Range(0, CandidatesForEachRow)
            .Select(n => Candidate(sizes, open, draw.Turn(n)))
            .MaxBy(row => row.Covers)
            .Row;

    /// <summary>A row that begins with a combination that is still open, and goes on by what covers most.</summary>
    private static (int[] Row, int Covers) Candidate(ImmutableArray<int> sizes, OpenCombinations open, Draw draw)
    {
        var row = open.OneOfThem(draw);
        var covers = 1;
        foreach (var dimension in Enumerable.Range(0, sizes.Length).OrderBy(i => draw.Roll(i)).ThenBy(i => i))
        {
            if (row[dimension] != OpenCombinations.NotChosen)
                continue;
            var first = draw.Among(sizes.Length + dimension, sizes[dimension]);
            var best = -1;
            var chosen = first;
            for (var step = 0; step < sizes[dimension]; step++)
            {
                row[dimension] = (first + step) % sizes[dimension];
                var gain = open.CoveredBy(row, dimension);
                if (gain > best)
                    (best, chosen) = (gain, row[dimension]);
            }
            row[dimension] = chosen;
            covers += best;
        }
        return (row, covers);
    }

    /// <summary>Without rows whose combinations all stand in others: later rows cover by the way what earlier ones were made for.</summary>
    private static List<int[]> Needed(List<int[]> rows, ImmutableArray<int> sizes, int strength)
    {
        for (var left = 0; left < rows.Count; )
        {
            var open = new OpenCombinations(sizes, strength);
            foreach (var row in rows.Where((_, index) => index != left))
                open.Cover(row);
            if (open.Count == 0)
                rows.RemoveAt(left);
            else
                left++;
        }
        return rows;
    }
}
