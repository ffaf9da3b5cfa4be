using System.Text.Json.Serialization;

namespace Conformance.Reports;

/// <summary>What a run says of one requirement.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">One sentence: why it is not passed; null when passed.</param>
/// <param name="Cases">How many values or steps were tried.</param>
/// <param name="Requests">How many requests that took.</param>
/// <param name="Milliseconds">Wall time spent on it.</param>
public sealed record Verdict(
    Requirement Requirement,
    Outcome Outcome,
    [property: JsonPropertyName("says")] string? Reason,
    int Cases,
    int Requests,
    double Milliseconds
)
{
    /// <summary>Set exactly when the outcome is skipped.</summary>
    public SkipReason? Skip { get; init; }

    /// <summary>Why it is not passed, as data: always set when failed, and where it helps when skipped or errored.</summary>
    public Cause? Cause { get; init; }

    /// <summary>Set when the target failed: the smallest case that shows it.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>Labels of the cases that failed, first the one in the evidence.</summary>
    public ImmutableArray<string> FailedCases { get; init; } = [];
}

/// <summary>The smallest case that shows a failure, with everything needed to see it again.</summary>
/// <param name="Case">What was tried, in words: <c>modelId of 101 characters</c>.</param>
/// <param name="Expected">What the requirement asks for.</param>
/// <param name="Actual">What the target did.</param>
/// <param name="Exchanges">The exchange that failed, last; the steps that led to it before.</param>
public sealed record Evidence(string Case, string Expected, string Actual, ImmutableArray<Step> Exchanges)
{
    /// <summary>The value that first failed, as JSON or text; null where the case is not a value.</summary>
    public string? OriginalValue { get; init; }

    /// <summary>The smallest value that still fails; equal to the original where nothing smaller does.</summary>
    public string? SmallestValue { get; init; }

    /// <summary>The values between the two, in the order in which they were found.</summary>
    public ImmutableArray<string> ShrinkPath { get; init; } = [];

    /// <summary>The control request, without the violation, which the target accepted; null where there is none.</summary>
    public Exchange? Control { get; init; }
}

/// <summary>One step of a case.</summary>
/// <param name="Says">What the step does: <c>the same request again</c>.</param>
/// <param name="Exchange">The bytes.</param>
public sealed record Step(string Says, Exchange Exchange);

/// <summary>What the target did where the documents leave it open; never judged.</summary>
/// <param name="Id">Id of the requirement-like name: <c>nova-act/CreateWorkflowRun/clientToken/null</c>.</param>
/// <param name="Interpretation">Id of the interpretation in dispute, such as <c>R8</c>.</param>
/// <param name="Says">What was tried, in one sentence.</param>
/// <param name="Saw">What the target did: <c>accepted with 201</c>.</param>
public sealed record Observation(
    string Id,
    string Interpretation,
    string Says,
    [property: JsonPropertyName("observed")] string Saw
);
