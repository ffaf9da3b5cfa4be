namespace Conformance.Reports;

/// <summary>
/// What a run was asked for, as data: a later run is asked for the same again from it, and the command that people read is
/// made of it. It has no place for secrets, which come from the environment or a file.
/// </summary>
public sealed record RequestedRun
{
    /// <summary>Base URL of the target; null where the configuration names it, or it is the embedded one.</summary>
    public string? Target { get; init; }

    /// <summary>Path of the configuration's file; null for none.</summary>
    public string? Config { get; init; }

    /// <summary>Directories of further schemas.</summary>
    public ImmutableArray<string> Schemas { get; init; } = [];

    /// <summary>The APIs that it was limited to; empty for all.</summary>
    public ImmutableArray<string> Apis { get; init; } = [];

    /// <summary>The operations that it was limited to; empty for all.</summary>
    public ImmutableArray<string> Operations { get; init; } = [];

    /// <summary>Globs over the ids of requirements that it was limited to; empty for all.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>smoke, standard or nightly.</summary>
    public required string Profile { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public required long Seed { get; init; }

    /// <summary>Prefix of the names and tokens that the run made; asked for again, the run takes another one.</summary>
    public required string RunId { get; init; }

    /// <summary>How many requirements are tested at once; null for the usual number.</summary>
    public int? Parallel { get; init; }

    /// <summary>Whether a failed should counts like a failed must.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Directory of the report's files; null where no files were asked for.</summary>
    public string? Out { get; init; }

    /// <summary>The contracts that it was limited to; null for all requirements.</summary>
    public RequestedContracts? Contracts { get; init; }
}

/// <summary>The contracts that a run was limited to: the kit's own, unless it names others.</summary>
public sealed record RequestedContracts
{
    /// <summary>Folders or files with other people's pacts.</summary>
    public ImmutableArray<string> PactDirs { get; init; } = [];

    /// <summary>Pact Broker that the pacts come from; null for none.</summary>
    public string? Broker { get; init; }

    /// <summary>Endpoint that brings about the states that the kit doesn't know; null for none.</summary>
    public string? StateUrl { get; init; }
}
