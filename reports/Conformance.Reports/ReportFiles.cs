using System.Text;
using Conformance.Reports.Formats;
using Conformance.Reports.Writing;

namespace Conformance.Reports;

/// <summary>Writes every output format of a run into one directory.</summary>
public static class ReportFiles
{
    public const string Html = "report.html";
    public const string Results = "results.json";
    public const string JUnit = "junit.xml";
    public const string Summary = "summary.md";

    /// <summary>What the kit says of its own failures; there only where it failed.</summary>
    public const string Faults = "kit-faults.txt";

    /// <summary>The files of every run. The machine-readable one comes first: should the disk fill up, the run is not lost.</summary>
    public static ImmutableArray<string> Names { get; } = [Results, JUnit, Summary, Html];

    /// <summary>
    /// Writes the four files, each whole or not at all, and each whatever becomes of the others. Creates the directory where
    /// it is missing and replaces files of an earlier run.
    /// </summary>
    /// <returns>What could not be written, and why; who calls has to say so.</returns>
    public static Task<ImmutableArray<UnwrittenFile>> WriteAll(
        RunReport report,
        string directory,
        CancellationToken ct
    ) => OutputDirectory.Write(directory, All(report), ct);

    /// <summary>
    /// After some files could not be written: has the others say so, since none may say more than the run's exit code. One
    /// that can't even be replaced is removed.
    /// </summary>
    /// <param name="report">What the run found.</param>
    /// <param name="directory">Where the files are.</param>
    /// <param name="unwritten">Those that could not be written.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task Withdraw(
        RunReport report,
        string directory,
        IReadOnlyCollection<UnwrittenFile> unwritten,
        CancellationToken ct
    )
    {
        var lost = unwritten.Select(file => file.Name).ToList();
        var incomplete = report with { IncompleteBecause = $"{string.Join(", ", lost)} could not be written." };
        var others = All(incomplete).Where(file => !lost.Contains(file.Name));
        var irreplaceable = await OutputDirectory.Write(directory, others, ct);
        OutputDirectory.Remove(directory, irreplaceable.Select(file => file.Name));
    }

    private static ImmutableArray<FileContent> All(RunReport report) =>
        [
            new(Results, () => Task.FromResult(ResultsJson.Write(report))),
            new(JUnit, () => Task.FromResult(JUnitXml.Write(report))),
            new(Summary, () => Task.FromResult(Utf8(SummaryMarkdown.Write(report)))),
            new(Html, async () => Utf8(await HtmlReport.Write(report))),
        ];

    private static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
