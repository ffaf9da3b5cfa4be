using System.Collections.Frozen;

namespace Conformance.Schemas.Constraints;

/// <summary>Every kind of constraint that a schema can state, one file for each.</summary>
public static class ConstraintKeywords
{
    // A contradiction between two of them is told by the first: the limits of a text come before what they are limits to.
    internal static ImmutableArray<ConstraintKeyword> All { get; } =
    [
        new TypeIsKeyword(),
        new RequiredKeyword(),
        new OptionalKeyword(),
        new MinLengthKeyword(),
        new MaxLengthKeyword(),
        new PatternKeyword(),
        new OneOfKeyword(),
        new MinItemsKeyword(),
        new MaxItemsKeyword(),
        new MinimumKeyword(),
        new MaximumKeyword(),
    ];

    private static readonly FrozenDictionary<string, ConstraintKeyword> ByName = All.ToFrozenDictionary(k => k.Name);

    /// <summary>The keywords, as constraints have them.</summary>
    public static ImmutableArray<string> Names => [.. All.Select(keyword => keyword.Name)];

    /// <summary>Those that stand in a schema beside the type.</summary>
    internal static IEnumerable<LimitKeyword> Limits => All.OfType<LimitKeyword>();

    internal static ConstraintKeyword Named(string name) => ByName[name];
}
