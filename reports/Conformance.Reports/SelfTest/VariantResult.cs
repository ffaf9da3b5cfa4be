namespace Conformance.Reports.SelfTest;

/// <summary>A variant: a variant that differs where the documents allow it, and what the kit said of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Api">Short name of the API.</param>
/// <param name="Says">What is its own, in words that follow "the target".</param>
/// <param name="AllowedBy">What allows it: an interpretation, or a line of a document.</param>
/// <param name="Trials">One for each seed.</param>
public sealed record VariantResult(
    string Name,
    string Api,
    string Says,
    string AllowedBy,
    ImmutableArray<VariantTrial> Trials
)
{
    /// <summary>Path of the source file in which its row stands, from the root of the repository.</summary>
    public string File { get; init; } = "";

    /// <summary>Whether anything was held against it, or nothing was decided where it should have been.</summary>
    public bool IsFalselyAccused => Trials.Any(t => !t.Accusations.IsEmpty || t.Doubt is not null);
}

/// <summary>One run against a variant.</summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Requests">Requests of the whole run.</param>
/// <param name="Conclusion">What the run came to.</param>
/// <param name="Accusations">Requirements that failed although the implementation is right, with the reason.</param>
public sealed record VariantTrial(
    long Seed,
    int Requests,
    ConclusionKind Conclusion,
    ImmutableArray<Accusation> Accusations
)
{
    /// <summary>Why it was not called conformant although nothing failed; null where it was, or need not be.</summary>
    public string? Doubt { get; init; }
}

/// <summary>What was wrongly held against a variant.</summary>
/// <param name="Requirement">Id of the requirement that failed.</param>
/// <param name="Reason">What the verdict says.</param>
public sealed record Accusation(string Requirement, string Reason);
