using System.Text;
using Conformance.Reports.Formats;

namespace Conformance.Reports.SelfTest;

/// <summary>Writes both formats of a report of the self-test into one directory.</summary>
/// <param name="name">Name of the files without their endings.</param>
public sealed class SelfTestFiles(string name)
{
    /// <summary>The page for people.</summary>
    public string Html => $"{name}.html";

    /// <summary>The same for programs.</summary>
    public string Json => $"{name}.json";

    /// <summary>Writes the two files, each whole or not at all; creates the directory, and replaces earlier ones.</summary>
    /// <exception cref="IOException">The directory cannot be written to.</exception>
    public async Task WriteAll(SelfTestReport report, string directory, CancellationToken ct)
    {
        Directory.CreateDirectory(directory);
        await ReportFiles.Write(directory, Json, SelfTestJson.Write(report), ct);
        var html = await SelfTestHtml.Write(report);
        await ReportFiles.Write(directory, Html, Encoding.UTF8.GetBytes(html), ct);
    }
}
