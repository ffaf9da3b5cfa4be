using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>A requirement together with the way to test it.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Operation">The operation that it is about.</param>
/// <param name="Test">Sends what it takes and says what came of it.</param>
public sealed record PlannedRequirement(
    Requirement Requirement,
    Operation Operation,
    Func<TestSession, Task<Finding>> Test
)
{
    /// <summary>
    /// The rule or behaviour that it applies, the same for every operation and member: what equal failures have in common.
    /// </summary>
    public string? Rule { get; init; }

    /// <summary>Where in the sources of the kit it is tested; null where nobody says.</summary>
    public string? TestedIn { get; init; }

    /// <summary>Whether nothing else may run beside it: it uses names so short that they are scarce, or decides what is sent at once.</summary>
    public bool RunsAlone { get; init; }

    /// <summary>Whether it has its turn when all others are through.</summary>
    public bool RunsLast { get; init; }

    /// <summary>What it sends while the others are tested, where it has its turn after them; null for nothing.</summary>
    public Func<TestSession, Task>? Begins { get; init; }

    /// <summary>How far its valid requests are drawn across the dimensions.</summary>
    public Across Across { get; init; }

    /// <summary>Names of the fixtures without which it can't be tested.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>
    /// Set for a requirement about every response that accepts a valid request: it is judged after the others, whose
    /// responses it looks at too.
    /// </summary>
    public ResponseCheck? Responses { get; init; }

    /// <summary>
    /// Set for a behaviour that tries values which no constraint tells apart: why it can't take one more, or null where it
    /// can.
    /// </summary>
    public Func<JsonValue, string?>? TakesValue { get; init; }

    /// <summary>Set for a requirement that tries values on one side of a constraint.</summary>
    public Facet? Facet { get; init; }

    /// <summary>Set for a requirement that is judged from the exchanges of all others.</summary>
    public Invariant? Watches { get; init; }
}
