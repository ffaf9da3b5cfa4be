using Conformance.Engine.Running;
using Conformance.Reports;

namespace Conformance.SelfTest;

/// <summary>Notes which requirements fail in a run, after how many requests, and where the kit itself fails.</summary>
/// <param name="isEnough">Whether these failed requirements, by id, tell all that is asked.</param>
/// <param name="end">Called once they do.</param>
internal sealed class FailureOrder(Func<IEnumerable<string>, bool> isEnough, Action end) : IProgress<RunEvent>
{
    private readonly Lock _lock = new();
    private ImmutableArray<(string Id, int AfterRequests)> _failures = [];
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

    /// <summary>The failures of a report, in the order in which they showed.</summary>
    public ImmutableArray<Failure> In(RunReport report)
    {
        var verdicts = report.Verdicts.ToDictionary(v => v.Requirement.Id);
        lock (_lock)
            return
            [
                .. _failures
                    .OrderBy(f => f.AfterRequests)
                    .ThenBy(f => f.Id, StringComparer.Ordinal)
                    .Select(f => new Failure(verdicts[f.Id], f.AfterRequests)),
            ];
    }

    public void Report(RunEvent value)
    {
        if (value is KitFailed failed)
            lock (_lock)
                _kitFaults = _kitFaults.Add($"{failed.Doing}: {failed.Fault.GetType().Name}: {failed.Fault.Message}");
        if (
            value
            is not RequirementJudged
            {
                Outcome: Outcome.Failed,
                Requirement: var requirement,
                FailedAfterRequests: { } after
            }
        )
            return;
        ImmutableArray<(string Id, int AfterRequests)> soFar;
        lock (_lock)
            soFar = _failures = _failures.Add((requirement.Id, after));
        if (isEnough(soFar.Select(f => f.Id)))
            end();
    }
}
