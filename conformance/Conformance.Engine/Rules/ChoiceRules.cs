using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Rules;

/// <summary>Each listed value is accepted, others are rejected.</summary>
internal static class ChoiceRules
{
    public static readonly Rule AcceptsListed = Rule.ForEach<OneOf>(
        RequirementGroup.Value,
        "enum/accepted",
        Side.Inside,
        (member, choice) => $"{member.Path} is accepted as each of {string.Join(", ", choice.Values)}",
        Violations.AreAccepted
    );

    public static readonly Rule RejectsUnlisted = Rule.ForEach<OneOf>(
        RequirementGroup.Value,
        "enum/rejected",
        Side.Outside,
        (member, choice) => $"{member.Path} that is none of {string.Join(", ", choice.Values)} is rejected",
        Violations.AreRejected
    );
}
