namespace Conformance.Generators.Patterns;

/// <summary>
/// For every number of steps the states that can still accept after exactly so many: with it a walk of exact length
/// never has to turn back.
/// </summary>
internal sealed class Reach
{
    private readonly bool[][] _accepting;
    private readonly bool _repeats;

    public Reach(StateTable table, int horizon)
    {
        Horizon = horizon;
        var rows = new List<bool[]> { table.Accepts.ToArray() };
        while (rows.Count <= horizon)
        {
            var row = Before(table, rows[^1]);
            // What does not change from one step to the next never changes again.
            if (row.AsSpan().SequenceEqual(rows[^1]))
            {
                _repeats = true;
                break;
            }
            rows.Add(row);
        }
        _accepting = [.. rows];
    }

    /// <summary>The most steps that can be asked for.</summary>
    public int Horizon { get; }

    /// <summary>Whether the state can accept in exactly so many steps.</summary>
    public bool CanAccept(int state, int steps) => steps >= 0 && steps <= Horizon && In(steps)[state];

    /// <summary>For every state whether it can accept in exactly so many steps, from 0 to the horizon.</summary>
    public bool[] In(int steps) => steps < _accepting.Length || !_repeats ? _accepting[steps] : _accepting[^1];

    private static bool[] Before(StateTable table, bool[] after)
    {
        var row = new bool[after.Length];
        for (var state = 0; state < row.Length; state++)
        {
            foreach (var edge in table.Edges[state])
                row[state] |= after[edge.To];
        }
        return row;
    }
}
