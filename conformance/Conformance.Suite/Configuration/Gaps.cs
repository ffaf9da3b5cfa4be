using System.Collections.Immutable;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Configuration;

/// <summary>What the configuration says the target does not implement.</summary>
/// <param name="Names">Names of operations, or globs over requirement ids.</param>
public sealed record Gaps(ImmutableArray<string> Names)
{
    public static readonly Gaps None = new([]);

    /// <summary>Whether this operation is declared missing.</summary>
    public bool Contains(string operation) => Names.Contains(operation, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this requirement is declared missing, by its operation or by a glob.</summary>
    public bool Covers(string operation, string requirementId) =>
        Contains(operation)
        || Names.Any(n => n.Contains('/', StringComparison.Ordinal) && Selection.Matches(n, requirementId));
}
