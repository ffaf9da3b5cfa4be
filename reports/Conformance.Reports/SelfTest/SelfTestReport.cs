using Conformance.Schemas;

namespace Conformance.Reports.SelfTest;

/// <summary>What came of judging the kit itself by mutants, which it has to see through, and by right ones.</summary>
public sealed record SelfTestReport
{
    /// <summary>Version of the kit.</summary>
    public required string KitVersion { get; init; }

    /// <summary>smoke, standard or nightly.</summary>
    public required string Profile { get; init; }

    /// <summary>Seeds of the runs against each implementation, in order.</summary>
    public required ImmutableArray<long> Seeds { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationSeconds { get; init; }

    /// <summary>How many implementations were judged at once.</summary>
    public required int Parallelism { get; init; }

    /// <summary>The command that repeats it.</summary>
    public required string Command { get; init; }

    /// <summary>Globs over requirements that were left out to see what survives without them.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Whether only some of the implementations were judged, so that nothing can be said of what is missing.</summary>
    public bool IsPartial { get; init; }

    /// <summary>
    /// Whether each run ended once all that the mutant breaks was noticed, so that nothing is known of what it
    /// would have been accused of beside that.
    /// </summary>
    public bool IsUntilKilled { get; init; }

    /// <summary>The mutants, in the order of their list.</summary>
    public required ImmutableArray<MutantResult> Mutants { get; init; }

    /// <summary>The variants, in the order of their list.</summary>
    public required ImmutableArray<VariantResult> Variants { get; init; }

    /// <summary>
    /// Every rule and every scenario, with what it alone notices; none where runs were cut short or something was left out.
    /// </summary>
    public ImmutableArray<PartResult> Parts { get; init; } = [];

    /// <summary>Every requirement of level must or should, ordered by id, with the mutants that fail it.</summary>
    public required ImmutableArray<RequirementResult> Requirements { get; init; }
}

/// <summary>A requirement and the mutants that fail it for the right reason.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Level">Whether it is mandatory, recommended or recorded.</param>
/// <param name="Says">The duty in one sentence.</param>
/// <param name="FailedBy">Names of the mutants, in the order of their list.</param>
public sealed record RequirementResult(string Id, Level Level, string Says, ImmutableArray<string> FailedBy)
{
    /// <summary>Why no mutant can fail it here; null where none is needed.</summary>
    public string? UnfailedBecause { get; init; }
}

/// <summary>A rule or a scenario, and what would not be noticed without it.</summary>
/// <param name="Name">The rule's kind, such as <c>maxLength/rejected</c>, or the API and the behaviour.</param>
/// <param name="Survivors">Names of the mutants that nothing else fails: without it they survive.</param>
/// <param name="NoticedAlone">Names of the mutants that break something which nothing else notices.</param>
public sealed record PartResult(string Name, ImmutableArray<string> Survivors, ImmutableArray<string> NoticedAlone);
