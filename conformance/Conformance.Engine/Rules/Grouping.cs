using System.Collections.Frozen;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>Which group a requirement belongs to.</summary>
internal static class Grouping
{
    /// <summary>
    /// The groups of behaviours by the first part of their ids, where that is not the group's own name. An API from outside
    /// may bring others, which make groups of their own.
    /// </summary>
    private static readonly FrozenDictionary<string, RequirementGroup> OfBehaviours = new Dictionary<
        string,
        RequirementGroup
    >
    {
        ["uniqueness"] = RequirementGroup.State,
        ["not-found"] = RequirementGroup.State,
        ["refusal"] = RequirementGroup.State,
        ["supporting"] = RequirementGroup.State,
        ["concurrency"] = RequirementGroup.State,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether it is about the plainest valid requests of its operation; there are two at most.</summary>
    public static bool IsPlainest(Requirement requirement) => requirement.Group == RequirementGroup.Request;

    /// <summary>The group of a behaviour.</summary>
    public static RequirementGroup Of(Behaviour behaviour)
    {
        if (behaviour.Level == Level.May)
            return RequirementGroup.Observation;
        var first = behaviour.Id.Split('/')[0];
        return OfBehaviours.GetValueOrDefault(first) ?? new RequirementGroup(first);
    }
}
