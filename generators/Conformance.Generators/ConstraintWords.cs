using Conformance.Generators.Constraints;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>A constraint as the target's duty, in words that follow the member's name.</summary>
public static class ConstraintWords
{
    /// <summary>Such as <c>matches [0-9a-f]{8}</c> or <c>is there</c>.</summary>
    public static string Of(Constraint constraint) => ConstraintKinds.Of(constraint).Words(constraint);
}
