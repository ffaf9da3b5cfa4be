using Conformance.Reports;

namespace Conformance.Engine.Running;

/// <summary>What a run tells while it goes on.</summary>
public abstract record RunEvent;

/// <summary>The run begins to find out what the target has.</summary>
public sealed record TargetContacted(Uri Target) : RunEvent;

/// <summary>The requirements are known.</summary>
public sealed record RequirementsPlanned(int Count) : RunEvent;

/// <summary>One requirement is judged.</summary>
/// <remarks>It says nothing that came from the target: whoever shows it can't show a secret.</remarks>
public sealed record RequirementJudged(Requirement Requirement, Outcome Outcome) : RunEvent
{
    /// <summary>How many requests had been sent to this API when the failure first showed; null where none did.</summary>
    public int? FailedAfterRequests { get; init; }
}

/// <summary>The kit itself failed; what it was doing is lost, everything else goes on.</summary>
/// <param name="Doing">What it was doing, in words: <c>testing sample/Put/…</c>.</param>
public sealed record KitFailed(string Doing, Exception Fault) : RunEvent;

/// <summary>The run deletes what it made.</summary>
public sealed record CleaningUp(int Resources) : RunEvent;
