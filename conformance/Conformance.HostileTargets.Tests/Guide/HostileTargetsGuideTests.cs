namespace Conformance.HostileTargets.Tests.Guide;

/// <summary>The document is as fresh as the rows that it tells of, and what it tells is within bounds.</summary>
public sealed class HostileTargetsGuideTests
{
    private const double MostMemoryMegabytes = 300;
    private const double MostReportMegabytes = 20;

    private const string HowToWrite =
        "run Conformance.HostileTargets.Tests -explicit only, as conformance/docs/hostile-targets.md says";

    private static readonly ImmutableArray<GuideRow> Rows = HostileTargetsGuide.RowsIn(
        File.ReadAllText(HostileTargetsGuide.File)
    );

    [Fact]
    public void ItNamesEveryTargetAndNoOther() =>
        Assert.Equal(
            AllTargets.List.Select(target => (target.Name, target.Says)),
            Rows.Select(row => (row.Name, row.Says))
        );

    [Fact]
    public void EveryVerdictIsOneThatTheTargetDeserves()
    {
        var wrong =
            from row in Rows
            join target in AllTargets.List on row.Name equals target.Name
            where !target.Expected.Includes(row.Verdict)
            select $"{row.Name}: {row.Verdict}; expected {target.Expected}; {HowToWrite}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void NoTargetCostsMoreMemoryOrDiskThanTheDocumentAllows()
    {
        var costly =
            from row in Rows
            where row.MemoryMegabytes > MostMemoryMegabytes || row.ReportMegabytes > MostReportMegabytes
            select $"{row.Name}: {row.MemoryMegabytes} MB of memory, {row.ReportMegabytes} MB of reports; {HowToWrite}";
        Assert.Empty(costly);
    }
}
