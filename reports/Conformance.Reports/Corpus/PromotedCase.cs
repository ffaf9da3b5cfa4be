namespace Conformance.Reports.Corpus;

/// <summary>A value on which a target once failed, and that every later run tries first.</summary>
/// <param name="Requirement">Id of the requirement that it failed.</param>
/// <param name="Value">The value as JSON.</param>
public sealed record PromotedCase(string Requirement, string Value)
{
    /// <summary>The id of the run that found it, where the value holds it: a later run puts its own in its place.</summary>
    public string? RunId { get; init; }

    /// <summary>What was tried, in words.</summary>
    public string? Says { get; init; }

    /// <summary>The seed of the run that found it.</summary>
    public long? Seed { get; init; }

    /// <summary>The profile of the run that found it.</summary>
    public string? Profile { get; init; }

    /// <summary>Line of its file, from 1; 0 where it comes from none.</summary>
    public int Line { get; init; }

    /// <summary>The failing case of a verdict; null where the verdict shows no value that fails.</summary>
    public static PromotedCase? Of(RunReport report, Verdict verdict) =>
        verdict is { Outcome: Outcome.Failed, Evidence: { SmallestValue: { } value } evidence }
            ? new PromotedCase(verdict.Requirement.Id, value)
            {
                RunId = value.Contains(report.RunId, StringComparison.Ordinal) ? report.RunId : null,
                Says = evidence.Case,
                Seed = report.Seed,
                Profile = report.Profile,
            }
            : null;

    /// <summary>The value in a run of this id, as JSON.</summary>
    public string ValueIn(string runId) =>
        RunId is { Length: > 0 } earlier ? Value.Replace(earlier, runId, StringComparison.Ordinal) : Value;

    /// <summary>Whether the other is the same case, whoever found it.</summary>
    public bool IsSameAs(PromotedCase other) =>
        Requirement == other.Requirement && ValueIn(AnyRun) == other.ValueIn(AnyRun);

    // No run id: it has other characters.
    private const string AnyRun = "{run}";
}
