namespace Conformance.Reports;

/// <summary>How many verdicts have each outcome.</summary>
public readonly record struct Tally(int Passed, int Failed, int Skipped, int Errored)
{
    public int Total => Passed + Failed + Skipped + Errored;

    /// <summary>Counts the verdicts.</summary>
    public static Tally Of(IEnumerable<Verdict> verdicts)
    {
        var byOutcome = verdicts.CountBy(v => v.Outcome).ToDictionary();
        return new(
            byOutcome.GetValueOrDefault(Outcome.Passed),
            byOutcome.GetValueOrDefault(Outcome.Failed),
            byOutcome.GetValueOrDefault(Outcome.Skipped),
            byOutcome.GetValueOrDefault(Outcome.Errored)
        );
    }
}
