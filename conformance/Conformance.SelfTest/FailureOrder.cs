using Conformance.Reports;
using Conformance.Suite.Running;

namespace Conformance.SelfTest;

/// <summary>Notes which requirements fail in a run, after how many requests, and where the kit itself fails.</summary>
/// <param name="isEnough">Whether these failed requirements, by id, tell all that is asked.</param>
/// <param name="end">Called once they do.</param>
internal sealed class FailureOrder(Func<IEnumerable<string>, bool> isEnough, Action end) : IProgress<RunEvent>
{
    private readonly Lock _lock = new();
    private ImmutableArray<Failure> _failures = [];
    private ImmutableArray<string> _kitFaults = [];

    /// <summary>What the kit itself failed at, in words.</summary>
    public ImmutableArray<string> KitFaults
    {
        get
        {
            lock (_lock)
                return _kitFaults;
        }
    }

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
        if (value is KitFailed failed)
            lock (_lock)
                _kitFaults = _kitFaults.Add($"{failed.Doing}: {failed.Fault.GetType().Name}: {failed.Fault.Message}");
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
