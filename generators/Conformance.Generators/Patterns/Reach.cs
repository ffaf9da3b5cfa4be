namespace Conformance.Generators.Patterns;

/// <summary>
/// For every number of steps the states that can still accept after exactly so many: with it a walk of exact length
/// never has to turn back.
/// </summary>
internal sealed class Reach
{
    private readonly bool[][] _accepting;

    public Reach(StateTable table, int horizon)
    {
        _accepting = new bool[horizon + 1][];
        _accepting[0] = [.. table.Accepts];
        for (var steps = 1; steps <= horizon; steps++)
        {
            var before = _accepting[steps - 1];
            _accepting[steps] = [.. table.Edges.Select(edges => edges.Any(edge => before[edge.To]))];
        }
    }

    /// <summary>The most steps that can be asked for.</summary>
    public int Horizon => _accepting.Length - 1;

    /// <summary>Whether the state can accept in exactly so many steps.</summary>
    public bool CanAccept(int state, int steps) => steps >= 0 && steps <= Horizon && _accepting[steps][state];
}
