using System.Globalization;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Rules;

/// <summary>The smallest and largest legal number are accepted, the next ones beyond are rejected.</summary>
internal static class NumberRules
{
    public static readonly Rule AcceptsSmallest = Rule.ForEach<Minimum>(
        RequirementGroup.Value,
        "minimum/accepted",
        Side.Inside,
        (member, min) => $"{member.Path} of {Text(min.Limit)}, the smallest allowed, is accepted",
        Violations.AreAccepted
    );

    public static readonly Rule RejectsTooSmall = Rule.ForEach<Minimum>(
        RequirementGroup.Value,
        "minimum/rejected",
        Side.Outside,
        (member, min) => $"{member.Path} below {Text(min.Limit)} is rejected",
        Violations.AreRejected
    );

    public static readonly Rule AcceptsLargest = Rule.ForEach<Maximum>(
        RequirementGroup.Value,
        "maximum/accepted",
        Side.Inside,
        (member, max) => $"{member.Path} of {Text(max.Limit)}, the largest allowed, is accepted",
        Violations.AreAccepted
    );

    public static readonly Rule RejectsTooLarge = Rule.ForEach<Maximum>(
        RequirementGroup.Value,
        "maximum/rejected",
        Side.Outside,
        (member, max) => $"{member.Path} above {Text(max.Limit)} is rejected",
        Violations.AreRejected
    );

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
