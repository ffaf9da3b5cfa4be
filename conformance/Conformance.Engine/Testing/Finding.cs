using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>What proving one requirement came to.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">One sentence; null when passed.</param>
/// <param name="Cases">How many values or steps were tried.</param>
public sealed record Finding(Outcome Outcome, string? Reason, int Cases)
{
    public SkipReason? Skip { get; init; }

    public Evidence? Evidence { get; init; }

    public ImmutableArray<string> FailedCases { get; init; } = [];

    public ImmutableArray<Observation> Observations { get; init; } = [];

    /// <summary>The target did its duty in every case.</summary>
    public static Finding Passed(int cases) => new(Outcome.Passed, null, cases);

    /// <summary>The target did not do its duty.</summary>
    public static Finding Failed(Evidence evidence, int cases = 1) =>
        new(Outcome.Failed, $"{evidence.Case}: expected {evidence.Expected}, got {evidence.Actual}", cases)
        {
            Evidence = evidence,
            FailedCases = [evidence.Case],
        };

    /// <summary>Not judged, and why.</summary>
    public static Finding Skipped(SkipReason skip, string reason, int cases = 0) =>
        new(Outcome.Skipped, reason, cases) { Skip = skip };

    /// <summary>The kit, the network or the configuration failed.</summary>
    public static Finding Errored(string reason, int cases = 0) => new(Outcome.Errored, reason, cases);

    /// <summary>Recorded, not judged.</summary>
    public static Finding Observed(params IEnumerable<Observation> observations)
    {
        var seen = observations.ToImmutableArray();
        return Passed(seen.Length) with { Observations = seen };
    }
}
