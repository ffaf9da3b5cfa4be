using Conformance.Engine.Planning;
using Conformance.Reports;

namespace Conformance.Engine.Running;

/// <summary>What came of the run of one API.</summary>
/// <param name="Verdicts">One for each requirement of the run.</param>
/// <param name="Observations">What was seen beside them.</param>
/// <param name="NotCleanedUp">What could not be deleted.</param>
/// <param name="Notes">Remarks for the reader.</param>
/// <param name="Inconclusive">Why the target could not be judged; null where it could.</param>
/// <param name="Requests">How many requests were sent.</param>
internal sealed record ApiResult(
    ImmutableArray<Verdict> Verdicts,
    ImmutableArray<Observation> Observations,
    ImmutableArray<string> NotCleanedUp,
    ImmutableArray<string> Notes,
    string? Inconclusive,
    int Requests
)
{
    /// <summary>What was tried of each constraint.</summary>
    public required ImmutableArray<ConstraintCoverage> Coverage { get; init; }

    /// <summary>Which values of the dimensions met which behaviours.</summary>
    public ImmutableArray<DimensionCoverage> Dimensions { get; init; } = [];

    /// <summary>How many resources it made, and how many there were at once.</summary>
    public ResourceCount Resources { get; init; } = new(0, 0);

    /// <summary>What the kit itself failed at, in words.</summary>
    public ImmutableArray<string> Faults { get; init; } = [];

    /// <summary>Of a run that the kit failed to carry out.</summary>
    public static ApiResult Lost(PlannedApi planned, string why) =>
        new([.. planned.Requirements.Select(r => NoVerdict.Errored(r.Requirement, why))], [], [], [], null, Requests: 0)
        {
            Coverage = [],
            Faults = [why],
        };
}
