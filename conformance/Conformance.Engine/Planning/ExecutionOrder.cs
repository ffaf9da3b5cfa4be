using System.Collections.Frozen;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Planning;

/// <summary>
/// In which order requirements are tested: first those that see through much with few requests, last those that only
/// observe. Measured by the self-test; verdicts and digests do not depend on it.
/// </summary>
internal static class ExecutionOrder
{
    private static readonly ImmutableArray<ImmutableArray<RequirementGroup>> Turns =
    [
        [RequirementGroup.Request, RequirementGroup.Presence, RequirementGroup.State],
        [], // behaviours of a few steps, each in a group of its own
        [RequirementGroup.Length],
        [RequirementGroup.Error],
        [RequirementGroup.Authentication, RequirementGroup.Uri, RequirementGroup.Body],
        [RequirementGroup.Type, RequirementGroup.Value],
        [RequirementGroup.Pattern],
        [RequirementGroup.Observation],
    ];

    private const int OfBehaviours = 1;

    private static readonly FrozenDictionary<RequirementGroup, int> TurnOf = Turns
        .SelectMany((groups, turn) => groups.Select(group => (group, turn)))
        .ToFrozenDictionary(its => its.group, its => its.turn);

    /// <summary>The requirements in that order; of those that have the same turn, by id.</summary>
    /// <param name="requirements">The requirements.</param>
    /// <param name="isFirst">Which of them come before all others.</param>
    public static ImmutableArray<PlannedRequirement> InOrder(
        IEnumerable<PlannedRequirement> requirements,
        Func<PlannedRequirement, bool> isFirst
    ) =>
        [
            .. requirements
                .OrderBy(planned => isFirst(planned) ? 0 : 1)
                .ThenBy(planned => TurnOf.GetValueOrDefault(planned.Requirement.Group, OfBehaviours))
                // What is waited for without a pause has to begin early.
                .ThenBy(planned => planned.Begins is null)
                .ThenBy(IsLate)
                .ThenBy(planned => planned.Requirement.Id, StringComparer.Ordinal),
        ];

    /// <summary>Of legal values nearly all are accepted everywhere.</summary>
    private static bool IsLate(PlannedRequirement planned) =>
        planned.Facet is { Side: Side.Inside }
        && (
            planned.Requirement.Group == RequirementGroup.Type || planned.Requirement.Group == RequirementGroup.Pattern
        );
}
