using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Reports;
using Conformance.Suite.Running;

namespace Conformance.Cli.Prove;

/// <summary>Notes which requirements fail in a run, and after how many requests.</summary>
internal sealed class FailureOrder : IProgress<RunEvent>
{
    private readonly ConcurrentBag<(Verdict Verdict, int AfterRequests)> _failures = [];

    /// <summary>The failed requirements, in the order in which their failures showed.</summary>
    public ImmutableArray<(Verdict Verdict, int AfterRequests)> Failures =>
        [.. _failures.OrderBy(f => f.AfterRequests).ThenBy(f => f.Verdict.Requirement.Id, StringComparer.Ordinal)];

    public void Report(RunEvent value)
    {
        if (value is RequirementJudged { Verdict: { Outcome: Outcome.Failed } verdict, FailedAfterRequests: { } after })
            _failures.Add((verdict, after));
    }
}
