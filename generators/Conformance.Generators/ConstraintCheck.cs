using System.Text.Json;
using Conformance.Generators.Constraints;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>
/// Holds a value from a response, or from a configuration, against a constraint: more leniently than generated values are
/// judged, since nobody is accused of what some reader allows.
/// </summary>
public static class ConstraintCheck
{
    /// <summary>What is wrong with the value, in words; null where the constraint holds or does not apply.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="value">The member's value; null where the member is absent.</param>
    public static string? Problem(Constraint constraint, JsonElement? value) =>
        ConstraintKinds.Of(constraint).Problem(constraint, value);
}
