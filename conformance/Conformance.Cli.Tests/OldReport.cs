using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests;

/// <summary>A directory that holds the files of an earlier run, which nobody may take for those of a later one.</summary>
internal static class OldReport
{
    private const string Text = "of yesterday";

    /// <summary>All that a run may write, the kit's own faults too.</summary>
    public static Scratch In()
    {
        var scratch = new Scratch();
        foreach (var name in ReportFiles.Names.Add(ReportFiles.Faults))
            scratch.Write(name, Text);
        return scratch;
    }

    /// <summary>Nothing of it is touched.</summary>
    public static void AssertUntouched(Scratch scratch) =>
        Assert.All(
            ReportFiles.Names.Add(ReportFiles.Faults),
            name => Assert.Equal(Text, File.ReadAllText(scratch.At(name)))
        );

    /// <summary>Every file is of one run, whose id it names, and nothing else is there.</summary>
    /// <param name="scratch">The directory.</param>
    /// <param name="exitCode">What the files have to say that the run's exit code is.</param>
    /// <param name="besides">Other files that are expected.</param>
    public static async Task<RunReport> AssertReplaced(Scratch scratch, int exitCode, params string[] besides)
    {
        Assert.Equal(
            ReportFiles.Names.AddRange(besides).Order(StringComparer.Ordinal),
            Directory.EnumerateFileSystemEntries(scratch.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        var report = await ResultsJson.ReadFile(scratch.Results, TestContext.Current.CancellationToken);
        Assert.All(ReportFiles.Names, name => Assert.Contains(report.RunId, File.ReadAllText(scratch.At(name))));
        Assert.Equal(exitCode, Conclusion.Of(report).ExitCode);
        Assert.Contains($"Exit code {exitCode}", await File.ReadAllTextAsync(scratch.At(ReportFiles.Summary)));
        Assert.Contains($"Exit code {exitCode}", await File.ReadAllTextAsync(scratch.At(ReportFiles.Html)));
        return report;
    }
}
