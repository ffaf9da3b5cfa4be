using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>A behaviour of the register that takes several steps, with the way to prove it.</summary>
/// <param name="Operation">The operation it belongs to.</param>
/// <param name="Behaviour">The behaviour's id in the register.</param>
/// <param name="Prove">Sends what it takes and says what came of it.</param>
public sealed record Scenario(string Operation, string Behaviour, Func<TestSession, Task<Finding>> Prove)
{
    /// <summary>Names of the fixtures that it can't do without, beside those of the operation's required members.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>
    /// What every answer that accepts a valid request has to be like, where the behaviour is about that: then the answers to
    /// the requests of all other requirements are looked at as well.
    /// </summary>
    public Func<Operation, ResponseCheck>? Answers { get; init; }

    /// <summary>
    /// Why it can't take a value as one more of those that it tries, or null where it can; set for a behaviour that chance
    /// makes values for.
    /// </summary>
    public Func<JsonValue, string?>? TakesValue { get; init; }

    /// <summary>Whether it looks at what all others left behind: it has its turn when they are through.</summary>
    public bool RunsLast { get; init; }
}

/// <summary>What the kit knows of one API beyond its schema.</summary>
/// <param name="Api">Short name of the API.</param>
/// <param name="Scenarios">Proofs of the behaviours in its register.</param>
/// <param name="Invariants">Proofs by watching every exchange.</param>
public sealed record ApiModule(string Api, ImmutableArray<Scenario> Scenarios, ImmutableArray<Invariant> Invariants)
{
    /// <summary>Requirements that another room proves, for the API as a target speaks it; none as a rule.</summary>
    public Func<Api, IEnumerable<PlannedRequirement>> Further { get; init; } = _ => [];
}
