using System.Collections.Frozen;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>Every kind of constraint, one file for each.</summary>
internal static class ConstraintKinds
{
    // Disputed values are tried in this order: those that are too long before those that are too short.
    public static ImmutableArray<ConstraintKind> All { get; } =
    [
        new TypeIsKind(),
        new RequiredKind(),
        new OptionalKind(),
        new MaxLengthKind(),
        new MinLengthKind(),
        new PatternKind(),
        new OneOfKind(),
        new MinItemsKind(),
        new MaxItemsKind(),
        new MinimumKind(),
        new MaximumKind(),
    ];

    private static readonly FrozenDictionary<string, ConstraintKind> ByKeyword = All.ToFrozenDictionary(kind =>
        kind.Keyword
    );

    /// <exception cref="ArgumentException">The list has no class for the constraint.</exception>
    public static ConstraintKind Of(Constraint constraint) =>
        ByKeyword.TryGetValue(constraint.Keyword, out var kind)
            ? kind
            : throw new ArgumentException(
                $"expected a constraint of a kind that is known, got {constraint.GetType().Name}; add its class to the list"
            );
}
