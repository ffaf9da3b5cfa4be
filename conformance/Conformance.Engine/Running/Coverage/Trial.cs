using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Running.Coverage;

/// <summary>A requirement of the run with what became of it.</summary>
/// <param name="Planned">The requirement.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Tried">Which values were sent; null where it had no turn.</param>
internal sealed record Trial(PlannedRequirement Planned, Verdict Verdict, TriedValues? Tried)
{
    /// <summary>Which values of dimensions accepted requests had; null where it had no turn.</summary>
    public SentPairs? Pairs { get; init; }
}
