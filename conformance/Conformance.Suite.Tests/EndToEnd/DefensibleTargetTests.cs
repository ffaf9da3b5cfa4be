using Conformance.Reference.Variants;
using Conformance.Reports;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>Right implementations that differ where the documents allow it: nothing may be held against them.</summary>
public sealed class DefensibleTargetTests(DefensibleTargets targets) : IClassFixture<DefensibleTargets>
{
    public static IEnumerable<TheoryDataRow<string>> Rows =>
        AllVariants.List.Select(variant => new TheoryDataRow<string>(variant.Name)
        {
            TestDisplayName = $"ATargetIsNotAccusedThat {variant.Says} ({variant.AllowedBy})",
            Label = "",
        });

    [Theory]
    [MemberData(nameof(Rows))]
    public void IsNotAccused(string name)
    {
        var variant = AllVariants.List.Single(v => v.Name == name);
        var report = targets.Reports[name];
        var accused = report
            .Verdicts.Where(v => v.Outcome == Outcome.Failed)
            .Select(v => v.Requirement.Id)
            .Where(id => !variant.MayWarn.Any(glob => Selection.Matches(glob, id)));
        Assert.True(!accused.Any(), $"accused of {string.Join(", ", accused)}\n{report.NotPassed()}");
        Assert.True(report.ExitCode() == 0 || (variant.MayBeUndecided && report.ExitCode() == 3), report.NotPassed());
    }

    [Theory]
    [InlineData("ThrottlesNowAndThen", "requests were throttled (429")]
    [InlineData("LosesAnswers", "connections were closed without an answer")]
    [InlineData("FailsNowAndThen", "server errors (5xx), gone when the same request was sent again")]
    public void WhatIsMendedBySendingAgainIsNoted(string name, string says) =>
        Assert.Contains(targets.Reports[name].Notes, note => note.Contains(says, StringComparison.Ordinal));
}
