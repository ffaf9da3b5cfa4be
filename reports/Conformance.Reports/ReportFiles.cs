using System.Text;
using Conformance.Reports.Formats;

namespace Conformance.Reports;

/// <summary>Writes every output format of a run into one directory.</summary>
public static class ReportFiles
{
    public const string Html = "report.html";
    public const string Results = "results.json";
    public const string JUnit = "junit.xml";
    public const string Summary = "summary.md";

    /// <summary>
    /// Writes the four files, each under a temporary name that is then moved, so that a reader never sees half a file.
    /// Creates the directory where it is missing and replaces files of an earlier run.
    /// </summary>
    /// <exception cref="IOException">The directory cannot be written to.</exception>
    public static async Task WriteAll(RunReport report, string directory, CancellationToken ct)
    {
        Directory.CreateDirectory(directory);
        // The machine-readable one first: should a later format fail, the run is not lost.
        await Write(directory, Results, ResultsJson.Write(report), ct);
        await Write(directory, JUnit, JUnitXml.Write(report), ct);
        await Write(directory, Summary, Encoding.UTF8.GetBytes(SummaryMarkdown.Write(report)), ct);
        var html = await HtmlReport.Write(report);
        await Write(directory, Html, Encoding.UTF8.GetBytes(html), ct);
    }

    /// <summary>Writes one file in the same way.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static Task WriteFile(string file, ReadOnlyMemory<byte> content, CancellationToken ct) =>
        Write(Path.GetDirectoryName(file) ?? "", Path.GetFileName(file), content, ct);

    internal static async Task Write(string directory, string name, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var partial = Path.Combine(directory, $".{name}.{Environment.ProcessId}.partial");
        try
        {
            await File.WriteAllBytesAsync(partial, content, ct);
            File.Move(partial, Path.Combine(directory, name), overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
