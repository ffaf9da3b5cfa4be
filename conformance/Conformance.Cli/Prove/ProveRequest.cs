using System.Collections.Immutable;
using Conformance.Suite.Planning;

namespace Conformance.Cli.Prove;

/// <summary>A matrix as it was asked for.</summary>
internal sealed record ProveRequest
{
    public Profile Profile { get; init; } = Profile.Smoke;

    /// <summary>Seeds of the runs against each implementation.</summary>
    public ImmutableArray<long> Seeds { get; init; } = [1];

    /// <summary>Globs over names of implementations; none for all.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Globs over requirements to leave out.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Implementations judged at once.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount * 2;

    /// <summary>Directory of the files.</summary>
    public string Out { get; init; } = "reports/out";

    /// <summary>Whether this implementation is asked for.</summary>
    public bool Includes(string name) => Only.IsEmpty || Only.Any(glob => Selection.Matches(glob, name));
}
