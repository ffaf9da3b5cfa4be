using Conformance.Reports;

namespace Conformance.Suite.Running;

/// <summary>What came of the run of one API.</summary>
/// <param name="Verdicts">One for each requirement of the run.</param>
/// <param name="Observations">What was seen beside them.</param>
/// <param name="LeftOver">What could not be deleted.</param>
/// <param name="Notes">Remarks for the reader.</param>
/// <param name="Undecided">Why the target could not be judged; null where it could.</param>
/// <param name="Requests">How many requests were sent.</param>
internal sealed record ApiResult(
    ImmutableArray<Verdict> Verdicts,
    ImmutableArray<Observation> Observations,
    ImmutableArray<string> LeftOver,
    ImmutableArray<string> Notes,
    string? Undecided,
    int Requests
)
{
    /// <summary>What was tried of each constraint.</summary>
    public required ImmutableArray<ConstraintCoverage> Coverage { get; init; }
}
