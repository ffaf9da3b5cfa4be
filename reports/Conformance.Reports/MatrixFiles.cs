using System.Text;
using Conformance.Reports.Formats;
using Conformance.Reports.Matrix;

namespace Conformance.Reports;

/// <summary>Writes both formats of a kill matrix into one directory.</summary>
public static class MatrixFiles
{
    public const string Html = "prove.html";
    public const string Json = "prove.json";

    /// <summary>Writes the two files, each whole or not at all; creates the directory, and replaces earlier ones.</summary>
    /// <exception cref="IOException">The directory cannot be written to.</exception>
    public static async Task WriteAll(KillMatrix matrix, string directory, CancellationToken ct)
    {
        Directory.CreateDirectory(directory);
        await ReportFiles.Write(directory, Json, ProveJson.Write(matrix), ct);
        var html = await ProveHtml.Write(matrix);
        await ReportFiles.Write(directory, Html, Encoding.UTF8.GetBytes(html), ct);
    }
}
