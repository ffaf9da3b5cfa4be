using Conformance.Engine.Testing;
using Conformance.Reference;
using Conformance.Reports;

namespace Conformance.SelfTest;

/// <summary>A self-test as it was asked for.</summary>
public sealed record SelfTestRequest
{
    public Profile Profile { get; init; } = Profile.Smoke;

    /// <summary>Seeds of the runs against each implementation.</summary>
    public ImmutableArray<long> Seeds { get; init; } = [1];

    /// <summary>Short names of APIs; none for all.</summary>
    public ImmutableArray<string> Apis { get; init; } = [];

    /// <summary>Globs over names of implementations; none for all.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Globs over requirements to leave out.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>
    /// Whether a run ends once all that the mutant breaks was noticed: then nothing is known of what it would have been
    /// accused of beside that.
    /// </summary>
    public bool IsUntilKilled { get; init; }

    /// <summary>Implementations judged at once. Some of them keep the kit waiting.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount * 3;

    /// <summary>The command that repeats it.</summary>
    public string Command { get; init; } = "./run-conformance.sh selftest";

    /// <summary>Whether only some of what there is for an API is asked for.</summary>
    public bool IsPartial => !(Only.IsEmpty && Without.IsEmpty);

    /// <summary>Whether anything of this API is asked for.</summary>
    public bool IncludesApi(string api) => Apis.IsEmpty || Apis.Contains(api, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this implementation is asked for.</summary>
    public bool Includes(Implementation implementation) =>
        IncludesApi(implementation.Api)
        && (Only.IsEmpty || Only.Any(glob => RequirementGlob.Matches(glob, implementation.Name)));
}
