using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Schemas.Patterns;

namespace Conformance.Engine.Rules;

/// <summary>Strings of the shortest and longest legal length are accepted, one beyond each is rejected.</summary>
internal static class LengthRules
{
    public static readonly Rule AcceptsShortest = Rule.ForEach<MinLength>(
        RequirementGroup.Length,
        "minLength/accepted",
        Side.Inside,
        (member, min) => $"{member.Path} of {Characters(min.Limit)}, the fewest allowed, is accepted",
        Violations.AreAccepted,
        applies: member =>
            KnownNames.ShowLengths(member) && (member.Place == Place.Body || member.Find<MinLength>()!.Limit > 0),
        runsAlone: Scarce.IsShort
    );

    public static readonly Rule RejectsTooShort = Rule.ForEach<MinLength>(
        RequirementGroup.Length,
        "minLength/rejected",
        Side.Outside,
        (member, min) => $"{member.Path} of fewer than {Characters(min.Limit)} is rejected",
        Violations.AreRejected,
        applies: member => member.Find<MinLength>() is { Limit: > 0 }
    );

    public static readonly Rule AcceptsLongest = Rule.ForEach<MaxLength>(
        RequirementGroup.Length,
        "maxLength/accepted",
        Side.Inside,
        (member, max) => $"{member.Path} of {Characters(max.Limit)}, the most allowed, is accepted",
        Violations.AreAccepted,
        applies: member => KnownNames.ShowLengths(member) && IsReached(member)
    );

    public static readonly Rule RejectsTooLong = Rule.ForEach<MaxLength>(
        RequirementGroup.Length,
        "maxLength/rejected",
        Side.Outside,
        (member, max) => $"{member.Path} of more than {Characters(max.Limit)} is rejected",
        Violations.AreRejected
    );

    /// <summary>Whether the pattern has values of the longest legal length at all.</summary>
    private static bool IsReached(Member member) =>
        member.Find<Pattern>() is not { } pattern
        || PatternLengths.Of(pattern.Text).Longest >= member.Find<MaxLength>()!.Limit;

    private static string Characters(int count) => count == 1 ? "1 character" : $"{count} characters";
}
