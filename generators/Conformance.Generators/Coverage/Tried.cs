using Conformance.Schemas;

namespace Conformance.Generators.Coverage;

/// <summary>What was thought of for a constraint, and what of it can be sent.</summary>
internal sealed record Tried(
    Member Member,
    Constraint Constraint,
    ImmutableArray<Sample> InsideCandidates,
    ImmutableArray<Sample> Inside,
    ImmutableArray<Sample> OutsideCandidates,
    ImmutableArray<Sample> Outside,
    ImmutableArray<(Sample Sample, string Interpretation)> Disputed
);
