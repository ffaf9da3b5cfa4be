using Conformance.Schemas.Loading;

namespace Conformance.Schemas;

/// <summary>What a schema cannot say, since it shows over several requests.</summary>
/// <param name="Id">Part of the requirement's id after the operation: <c>idempotency/replay</c>.</param>
/// <param name="Operation">The operation it belongs to.</param>
/// <param name="Level">Whether it is mandatory, recommended or recorded.</param>
/// <param name="Sources">Where it is stated.</param>
/// <param name="Says">What the service must do, in one plain sentence.</param>
/// <param name="Interpretations">Ids of the interpretations that touch it.</param>
public sealed record Behaviour(
    string Id,
    string Operation,
    Level Level,
    ImmutableArray<Citation> Sources,
    string Says,
    ImmutableArray<string> Interpretations
)
{
    /// <summary>Name of the scenario that tests it: its id, unless the entry names another.</summary>
    public string Scenario { get; init; } = Id;

    /// <summary>Where it stands; null for one that no file holds.</summary>
    internal JsonLocation? At { get; init; }

    /// <summary>The complaint that the kit can't test this; throw what it returns.</summary>
    /// <param name="member">The member of the entry that is to blame: <c>scenario</c>.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="came">What came.</param>
    /// <param name="next">What to do.</param>
    public SchemaException Refuse(string member, string expected, string came, string next) =>
        At is { } at
            ? (at.Find(member) ?? at.Find("id") ?? at).Refuse(expected, came, next)
            : new SchemaException(Id, "", 1, 1, $"expected {expected}; came {came}; {next}");
}
