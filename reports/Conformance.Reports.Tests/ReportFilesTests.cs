using Conformance.Reports.Formats;
using Conformance.Reports.Tests.Samples;

namespace Conformance.Reports.Tests;

public sealed class ReportFilesTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("conformance-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task AllFourFilesAreThereAndNoHalfOnes()
    {
        var into = Path.Combine(directory.FullName, "new", "out");
        await ReportFiles.WriteAll(SampleReports.WithEverything(), into, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["junit.xml", "report.html", "results.json", "summary.md"],
            Directory.GetFiles(into).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task AnEarlierRunIsReplaced()
    {
        var ct = TestContext.Current.CancellationToken;
        await ReportFiles.WriteAll(SampleReports.WithEverything(), directory.FullName, ct);
        await ReportFiles.WriteAll(SampleReports.Conformant(), directory.FullName, ct);
        var read = await ResultsJson.ReadFile(Path.Combine(directory.FullName, ReportFiles.Results), ct);
        Assert.Equal(0, Conclusion.Of(read).ExitCode);
    }

    [Theory]
    [InlineData(ReportFiles.Html)]
    [InlineData(ReportFiles.Results)]
    [InlineData(ReportFiles.JUnit)]
    [InlineData(ReportFiles.Summary)]
    public async Task OneThatCannotBeWrittenIsToldAndTheOthersAreThere(string name)
    {
        Directory.CreateDirectory(Path.Combine(directory.FullName, name));
        var ct = TestContext.Current.CancellationToken;
        var unwritten = await ReportFiles.WriteAll(SampleReports.WithEverything(), directory.FullName, ct);
        Assert.Equal(name, Assert.Single(unwritten).Name);
        Assert.Equal(
            ReportFiles.Names.Remove(name).Order(StringComparer.Ordinal),
            directory.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task ACancelledWriteLeavesNothingBehind()
    {
        var write = ReportFiles.WriteAll(SampleReports.Conformant(), directory.FullName, new CancellationToken(true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.Empty(directory.GetFiles());
    }
}
