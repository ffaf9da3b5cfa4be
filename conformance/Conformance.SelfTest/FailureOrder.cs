using Conformance.Reports;
using Conformance.Suite.Running;

namespace Conformance.SelfTest;

/// <summary>Notes which requirements fail in a run, and after how many requests.</summary>
/// <param name="isEnough">Whether these failed requirements, by id, tell all that is asked.</param>
/// <param name="end">Called once they do.</param>
internal sealed class FailureOrder(Func<IEnumerable<string>, bool> isEnough, Action end) : IProgress<RunEvent>
{
    private readonly Lock _lock = new();
    private ImmutableArray<Failure> _failures = [];

    /// <summary>The failed requirements, in the order in which their failures showed.</summary>
    public ImmutableArray<Failure> Failures
    {
        get
        {
            lock (_lock)
                return
                [
                    .. _failures
                        .OrderBy(f => f.AfterRequests)
                        .ThenBy(f => f.Verdict.Requirement.Id, StringComparer.Ordinal),
                ];
        }
    }

    public void Report(RunEvent value)
    {
        if (
            value
            is not RequirementJudged { Verdict: { Outcome: Outcome.Failed } verdict, FailedAfterRequests: { } after }
        )
            return;
        lock (_lock)
            _failures = _failures.Add(new(verdict, after));
        if (isEnough(Failures.Select(f => f.Verdict.Requirement.Id)))
            end();
    }
}
