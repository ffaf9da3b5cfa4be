using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>What the kit knows of one API beyond its schema: nothing, for most.</summary>
/// <param name="Api">Short name of the API.</param>
/// <param name="Scenarios">Tests of behaviours that only this API has; each names its operation.</param>
public sealed record ApiModule(string Api, ImmutableArray<Scenario> Scenarios)
{
    /// <summary>An API whose folder says all.</summary>
    public static ApiModule None(string api) => new(api, []);

    /// <summary>Requirements that another room tests, for the API as a target speaks it; none as a rule.</summary>
    public Func<Api, IEnumerable<PlannedRequirement>> Further { get; init; } = _ => [];
}
