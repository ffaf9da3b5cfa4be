using Conformance.Reports;

namespace Conformance.Engine.Running;

/// <summary>What a report says of a requirement whose turn did not come, or did not end.</summary>
public static class NoVerdict
{
    /// <summary>The kit failed, the target could not be judged, or else the run ended first.</summary>
    public static Verdict Because(Requirement requirement, string? inconclusive, string? fault) =>
        fault is not null ? Errored(requirement, fault)
        : inconclusive is not null ? Inconclusive(requirement, inconclusive)
        : Interrupted(requirement);

    /// <summary>The run ended first.</summary>
    public static Verdict Interrupted(Requirement requirement) =>
        Of(requirement, Outcome.Skipped, "the run ended before its turn") with
        {
            Skip = SkipReason.Interrupted,
        };

    /// <summary>The target could not be judged at all.</summary>
    public static Verdict Inconclusive(Requirement requirement, string why) =>
        Of(requirement, Outcome.Skipped, why) with
        {
            Skip = SkipReason.NotIsolated,
        };

    /// <summary>The kit failed.</summary>
    public static Verdict Errored(Requirement requirement, string why) =>
        Of(requirement, Outcome.Errored, why) with
        {
            Cause = new(CauseKind.KitFault),
        };

    /// <summary>Why the report of an interrupted run is incomplete: how far it came.</summary>
    public static string Interruption(ImmutableArray<Verdict> verdicts)
    {
        var judged = verdicts.Count(v => v.Skip != SkipReason.Interrupted);
        return judged == 0
            ? "it was interrupted before anything was judged."
            : $"it was interrupted after {judged} of {verdicts.Length} requirements were judged.";
    }

    private static Verdict Of(Requirement requirement, Outcome outcome, string why) =>
        new(requirement, outcome, why, Cases: 0, Requests: 0, Milliseconds: 0);
}
