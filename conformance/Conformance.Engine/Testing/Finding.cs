using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>What testing one requirement came to.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">One sentence for people; null when passed.</param>
/// <param name="Cases">How many values or steps were tried.</param>
public sealed record Finding(Outcome Outcome, string? Reason, int Cases)
{
    public SkipReason? Skip { get; init; }

    /// <summary>The same as data; null where the outcome and the rule say it all.</summary>
    public Cause? Cause { get; init; }

    public Evidence? Evidence { get; init; }

    public ImmutableArray<string> FailedCases { get; init; } = [];

    public ImmutableArray<Observation> Observations { get; init; } = [];

    /// <summary>The target did its duty in every case.</summary>
    public static Finding Passed(int cases) => new(Outcome.Passed, null, cases);

    /// <summary>The target did not do its duty.</summary>
    /// <param name="evidence">The case that shows it.</param>
    /// <param name="cases">How many cases were tried.</param>
    /// <param name="cause">What kind of fault it is; null where it is that the rule or the behaviour is not met.</param>
    public static Finding Failed(Evidence evidence, int cases = 1, Cause? cause = null) =>
        new(Outcome.Failed, $"{evidence.Case}: expected {evidence.Expected}, got {evidence.Actual}", cases)
        {
            Cause = cause ?? new Cause(CauseKind.OtherBehaviour),
            Evidence = evidence,
            FailedCases = [evidence.Case],
        };

    /// <summary>Not tested to an end, and why.</summary>
    public static Finding Skipped(SkipReason skip, string reason, int cases = 0, Cause? cause = null) =>
        new(Outcome.Skipped, reason, cases) { Skip = skip, Cause = cause };

    /// <summary>The kit, the network or the configuration failed.</summary>
    public static Finding Errored(string reason, int cases = 0, Cause? cause = null) =>
        new(Outcome.Errored, reason, cases) { Cause = cause };

    /// <summary>Recorded, never judged.</summary>
    public static Finding Observed(params IEnumerable<Observation> observations)
    {
        var seen = observations.ToImmutableArray();
        return Passed(seen.Length) with { Observations = seen };
    }
}
