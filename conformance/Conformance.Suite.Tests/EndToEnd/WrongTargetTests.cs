using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>
/// Every wrong implementation is seen through by what it breaks. That nothing else is held against it is for the kill
/// matrix to show, which judges it by all requirements.
/// </summary>
public sealed class WrongTargetTests(WrongTargets targets) : IClassFixture<WrongTargets>
{
    public static IEnumerable<TheoryDataRow<string>> Rows =>
        WrongTargets.Certain.Select(defect => new TheoryDataRow<string>(defect.Name)
        {
            TestDisplayName = $"ATargetIsSeenThroughThat {defect.Says} ({defect.Name})",
            Label = "",
        });

    [Theory]
    [MemberData(nameof(Rows))]
    public void IsSeenThrough(string name)
    {
        var defect = WrongTargets.Certain.Single(d => d.Name == name);
        var report = targets.Reports[name];
        var failed = report.Verdicts.Where(v => v.Outcome == Outcome.Failed).Select(v => v.Requirement).ToList();
        var unnoticed = defect.Breaks.Where(glob => !failed.Any(r => Selection.Matches(glob, r.Id)));
        Assert.True(!unnoticed.Any(), $"not noticed: {string.Join(", ", unnoticed)}\n{report.NotPassed()}");
        Assert.Equal(failed.Any(r => r.Level == Level.Must), report.ExitCode() == 1);
        Assert.Equal(1, report.StrictExitCode());
        Assert.Empty(report.Ids(Outcome.Errored));
    }
}
