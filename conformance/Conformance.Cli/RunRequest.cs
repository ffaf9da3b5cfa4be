using Conformance.Cli.Contracts;
using Conformance.Engine.Planning;
using Conformance.Engine.Testing;

namespace Conformance.Cli;

/// <summary>A run as it was asked for.</summary>
internal sealed record RunRequest
{
    /// <summary>Base URL; null for the embedded target unless the configuration names one.</summary>
    public Uri? Target { get; init; }

    public string? ConfigurationFile { get; init; }

    /// <summary>Folders of further APIs, as the arguments name them.</summary>
    public ImmutableArray<string> Schemas { get; init; } = [];

    public Selection Selection { get; init; } = Selection.All;

    public Profile Profile { get; init; } = Profile.Standard;

    public long Seed { get; init; } = 1;

    public required string RunId { get; init; }

    public int? Parallel { get; init; }

    /// <summary>Directory of the report's files.</summary>
    public required string Out { get; init; }

    public bool IsStrict { get; init; }

    /// <summary>Which contracts alone it is about; null for all requirements.</summary>
    public ContractScope? Contracts { get; init; }
}
