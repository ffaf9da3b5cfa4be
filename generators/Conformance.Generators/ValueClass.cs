namespace Conformance.Generators;

/// <summary>Values of one class, and whether a constraint can be tried with them.</summary>
/// <param name="Name">Stable name, once for each side of a constraint: <c>neighbour</c>, <c>at-the-limit</c>.</param>
/// <param name="Side">Where they lie.</param>
/// <param name="Says">For people: <c>an ASCII neighbour of the pattern's characters</c>.</param>
/// <param name="Values">The labels (<see cref="Sample.Class"/>) of the values that are tried.</param>
public sealed record ValueClass(string Name, Side Side, string Says, ImmutableArray<string> Values)
{
    /// <summary>Why there is no value to try: <c>such a value is legal</c>; null where there is one.</summary>
    public string? WhyNone { get; init; }

    /// <summary>The interpretation on which the values are in dispute, for <see cref="Side.Disputed"/>; else null.</summary>
    public string? Interpretation { get; init; }
}

/// <summary>Where a value lies, seen from a constraint.</summary>
public enum Side
{
    /// <summary>Legal by every interpretation.</summary>
    Inside,

    /// <summary>A violation of the constraint by every interpretation.</summary>
    Outside,

    /// <summary>Interpretations differ: sent where that does no harm, and never judged.</summary>
    Disputed,
}
