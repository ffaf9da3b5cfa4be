using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Rules;

/// <summary>Members of a pattern's language are accepted, everything else is rejected.</summary>
internal static class PatternRules
{
    public static readonly Rule AcceptsMembers = Rule.ForEach<Pattern>(
        RequirementGroup.Pattern,
        "pattern/accepted",
        Side.Inside,
        (member, pattern) => $"{member.Path} that matches {pattern.Text} is accepted",
        Violations.AreAccepted,
        runsAlone: Scarce.IsShort
    );

    public static readonly Rule RejectsOthers = Rule.ForEach<Pattern>(
        RequirementGroup.Pattern,
        "pattern/rejected",
        Side.Outside,
        (member, pattern) => $"{member.Path} that does not match {pattern.Text} as a whole is rejected",
        Violations.AreRejected
    );
}
