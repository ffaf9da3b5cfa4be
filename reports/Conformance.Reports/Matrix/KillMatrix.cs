using System.Collections.Immutable;
using Conformance.Schemas;

namespace Conformance.Reports.Matrix;

/// <summary>What came of judging the kit itself by wrong implementations, which it has to see through, and by right ones.</summary>
public sealed record KillMatrix
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
    /// Whether each run ended once all that the wrong implementation breaks was noticed, so that nothing is known of what it
    /// would have been accused of beside that.
    /// </summary>
    public bool IsUntilKilled { get; init; }

    /// <summary>The wrong implementations, in the order of their list.</summary>
    public required ImmutableArray<DefectResult> Defects { get; init; }

    /// <summary>The right implementations, in the order of their list.</summary>
    public required ImmutableArray<VariantResult> Variants { get; init; }

    /// <summary>Every requirement that binds or warns, ordered by id, with the wrong implementations that fail it.</summary>
    public required ImmutableArray<RequirementResult> Requirements { get; init; }
}

/// <summary>A requirement and the wrong implementations that fail it for the right reason.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Level">How much it binds.</param>
/// <param name="Says">The duty in one sentence.</param>
/// <param name="KilledBy">Names of the defects, in the order of their list.</param>
public sealed record RequirementResult(string Id, Level Level, string Says, ImmutableArray<string> KilledBy)
{
    /// <summary>Why no wrong implementation can fail it here; null where none is needed.</summary>
    public string? UnkilledBecause { get; init; }
}
