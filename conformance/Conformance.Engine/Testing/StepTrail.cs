using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>The last steps of a case, in the order in which they began. Safe for concurrent callers.</summary>
internal sealed class StepTrail
{
    private const int Longest = 24;

    private readonly Lock _lock = new();
    private readonly List<(int Turn, Step Step)> _steps = [];

    public void Add(int turn, Step step)
    {
        lock (_lock)
        {
            if (_steps.Count == Longest)
                _steps.RemoveAt(0);
            _steps.Add((turn, step));
        }
    }

    public ImmutableArray<Step> InOrder()
    {
        lock (_lock)
            return [.. _steps.OrderBy(s => s.Turn).Select(s => s.Step)];
    }

    public void Clear()
    {
        lock (_lock)
            _steps.Clear();
    }
}
