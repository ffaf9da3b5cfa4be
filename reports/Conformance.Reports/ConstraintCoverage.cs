using System.Text.Json.Serialization;

namespace Conformance.Reports;

/// <summary>What a run tried of the values that one constraint of a request's member tells apart.</summary>
/// <param name="Api">Short name of the API.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Member">Path of the member.</param>
/// <param name="Constraint">The constraint's keyword: <c>maxLength</c>.</param>
/// <param name="Says">The constraint in words that follow the member's name: <c>has at most 100 characters</c>.</param>
/// <param name="Classes">The classes of values on the sides that the run's requirements try.</param>
public sealed record ConstraintCoverage(
    string Api,
    string Operation,
    string Member,
    string Constraint,
    string Says,
    ImmutableArray<ClassCoverage> Classes
);

/// <summary>What a run tried of one class of values.</summary>
/// <param name="Side">Where the values lie, seen from the constraint.</param>
/// <param name="Name">Stable name, once for each side of a constraint: <c>neighbour</c>, <c>at-the-limit</c>.</param>
/// <param name="Says">For people: <c>an ASCII neighbour of the pattern's characters</c>.</param>
/// <param name="Standing">Whether values of it were sent.</param>
/// <param name="Values">How many different values were sent.</param>
public sealed record ClassCoverage(
    CoverageSide Side,
    string Name,
    string Says,
    [property: JsonPropertyName("status")] CoverageStanding Standing,
    int Values
)
{
    /// <summary>Labels of the first values that were sent: <c>length-41</c>.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The first value that was sent, as JSON, shortened where it is long; null where none was.</summary>
    public string? Example { get; init; }

    /// <summary>Why none was sent; null where one was.</summary>
    public string? WhyNone { get; init; }

    /// <summary>Id of the interpretation on which the values are in dispute; null for the other sides.</summary>
    public string? Interpretation { get; init; }
}

/// <summary>Where a value lies, seen from a constraint.</summary>
public enum CoverageSide
{
    /// <summary>Legal by every interpretation: has to be accepted.</summary>
    Inside,

    /// <summary>A violation of the constraint by every interpretation: has to be rejected.</summary>
    Outside,

    /// <summary>Interpretations differ: what the target does is recorded.</summary>
    Disputed,
}

/// <summary>Whether values of a class were sent.</summary>
public enum CoverageStanding
{
    /// <summary>At least one was.</summary>
    Tried,

    /// <summary>There are such values, and the run sent none.</summary>
    NotTried,

    /// <summary>No value of the class shows anything about this constraint alone.</summary>
    NoSuchValue,
}
