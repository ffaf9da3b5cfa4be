using System.Collections.Immutable;

namespace Conformance.Suite.Running;

/// <summary>Which optional operations the target turned out to have.</summary>
/// <param name="Operations">Names of the supporting operations that answered with success.</param>
public sealed record Capabilities(ImmutableHashSet<string> Operations)
{
    public static readonly Capabilities None = new([]);

    /// <summary>Whether the target has this supporting operation.</summary>
    public bool Has(string operation) => Operations.Contains(operation);
}
