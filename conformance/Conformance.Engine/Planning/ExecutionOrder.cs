using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Planning;

/// <summary>
/// In which order requirements are proved: first those that see through much with few requests, last those that only
/// observe. Measured by the self-test; verdicts and digests do not depend on it.
/// </summary>
internal static class ExecutionOrder
{
    private const int OfBehaviours = 1;

    private static readonly ImmutableArray<ImmutableArray<string>> Groups =
    [
        ["request", "presence", "state"],
        [], // behaviours of a few steps, each in a group of its own
        ["length"],
        ["error"],
        ["authentication", "uri", "body"],
        ["type", "value"],
        ["pattern"],
        [Grouping.Observation],
    ];

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
                .ThenBy(planned => Turn(planned.Requirement))
                .ThenBy(planned => IsLate(planned.Requirement))
                .ThenBy(planned => planned.Requirement.Id, StringComparer.Ordinal),
        ];

    private static int Turn(Requirement requirement)
    {
        for (var turn = 0; turn < Groups.Length; turn++)
            if (Groups[turn].Contains(requirement.Group))
                return turn;
        return OfBehaviours;
    }

    /// <summary>Of legal values nearly all are accepted everywhere.</summary>
    private static bool IsLate(Requirement requirement) =>
        requirement.Group is "type" or "pattern" && requirement.Id.EndsWith("/accepted", StringComparison.Ordinal);
}
