using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>What a requirement tries values of.</summary>
/// <param name="Member">The request's member that takes them.</param>
/// <param name="Constraint">The constraint that it is about; null for values in dispute, which several may concern.</param>
/// <param name="Side">Where the values lie, seen from the constraint.</param>
public sealed record Facet(Member Member, Constraint? Constraint, Side Side)
{
    /// <summary>Whether one more value can be tried: false where the cases are no values.</summary>
    public bool TakesValues { get; init; }
}
