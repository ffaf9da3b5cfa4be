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

    [Fact]
    public void ThrottledRequestsAreNoted() =>
        Assert.Contains(
            targets.Reports["ThrottlesNowAndThen"].Notes,
            note => note.Contains("429", StringComparison.Ordinal)
        );
}
