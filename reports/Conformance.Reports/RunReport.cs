using Conformance.Schemas;

namespace Conformance.Reports;

/// <summary>Everything a run found out: what every output format is made from.</summary>
public sealed record RunReport
{
    /// <summary>Version of the kit that made the report.</summary>
    public required string KitVersion { get; init; }

    /// <summary>The target that was judged.</summary>
    public required TargetDescription Target { get; init; }

    /// <summary>Versions of the schemas that were tested, by API.</summary>
    public required ImmutableArray<SchemaVersion> Schemas { get; init; }

    /// <summary>smoke, standard or nightly.</summary>
    public required string Profile { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public required long Seed { get; init; }

    /// <summary>Short prefix of every name and token that the run made.</summary>
    public required string RunId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationSeconds { get; init; }

    /// <summary>How many requirements were tested at once.</summary>
    public required int Parallelism { get; init; }

    /// <summary>How many requests were sent, repeats and cleaning up included.</summary>
    public required int Requests { get; init; }

    /// <summary>SHA-256, in hex, of all requests in canonical order, without run id and target-given identifiers.</summary>
    public required string RequestsDigest { get; init; }

    /// <summary>Whether a failed <see cref="Level.Should"/> counts like a failed <see cref="Level.Must"/>.</summary>
    public required bool IsStrict { get; init; }

    /// <summary>Why the run ended early; null when it is complete.</summary>
    public string? IncompleteBecause { get; init; }

    /// <summary>Why the target could not be judged at all (out of reach, credentials rejected); null when it could.</summary>
    public string? InconclusiveBecause { get; init; }

    /// <summary>What the run was asked for.</summary>
    public required RequestedRun Request { get; init; }

    /// <summary>The command that asks for this run again, for people.</summary>
    public string Command => RunCommandText.Of(Request);

    /// <summary>One for each requirement in the run, ordered by id.</summary>
    public required ImmutableArray<Verdict> Verdicts { get; init; }

    /// <summary>Ordered by id.</summary>
    public ImmutableArray<Observation> Observations { get; init; } = [];

    /// <summary>How many resources the run made, and how many there were at once; null in a report of an earlier kit.</summary>
    public ResourceCount? Resources { get; init; }

    /// <summary>Resources not cleaned up: the run made them and could not delete them; as <c>kind name</c>.</summary>
    public ImmutableArray<string> NotCleanedUp { get; init; } = [];

    /// <summary>Remarks for the reader: what the target lacks, what was throttled.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What was tried of each constraint that the run's requirements are about, in the order of the schemas.</summary>
    public ImmutableArray<ConstraintCoverage> Coverage { get; init; } = [];

    /// <summary>Which values of the dimensions met which behaviours.</summary>
    public ImmutableArray<DimensionCoverage> Dimensions { get; init; } = [];

    /// <summary>The interpretations in dispute that this run's requirements mention.</summary>
    public ImmutableArray<Interpretation> Interpretations { get; init; } = [];
}

/// <summary>The target that was judged.</summary>
/// <param name="Url">Base URL.</param>
/// <param name="IsEmbedded">Whether it was the kit's own reference target.</param>
public sealed record TargetDescription(string Url, bool IsEmbedded);

/// <summary>The resources of a run that it deletes again.</summary>
/// <param name="Created">How many were made.</param>
/// <param name="Peak">The most of one kind that existed at once, as far as the run knows.</param>
public sealed record ResourceCount(int Created, int Peak);

/// <summary>An API and the version of its schema.</summary>
public sealed record SchemaVersion(string Api, string Title, string Version);
