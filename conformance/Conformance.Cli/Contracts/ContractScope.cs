namespace Conformance.Cli.Contracts;

/// <summary>Which contracts a run is about: the kit's own, unless it names others.</summary>
internal sealed record ContractScope
{
    /// <summary>Folders or files with other people's pacts.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Pact Broker to fetch pacts from; null for none.</summary>
    public Uri? Broker { get; init; }

    /// <summary>Endpoint that brings about the states that the kit doesn't know; null for none.</summary>
    public Uri? States { get; init; }

    /// <summary>How to tell the broker what came of it; null for not at all.</summary>
    public Publication? Publication { get; init; }

    /// <summary>Whether it is about other people's pacts.</summary>
    public bool IsForeign => Paths.Length > 0 || Broker is not null;
}

/// <summary>What a broker is told about who was verified.</summary>
/// <param name="Version">The target's version.</param>
/// <param name="Branch">The branch it is from; null for none.</param>
internal sealed record Publication(string Version, string? Branch);
