using System.Globalization;

namespace Conformance.HostileTargets.Tests.Guide;

/// <summary>A line of the table.</summary>
/// <param name="Name">The target's name.</param>
/// <param name="Says">What it does.</param>
/// <param name="Verdict">What the kit said of it.</param>
/// <param name="Seconds">How long that took.</param>
/// <param name="MemoryMegabytes">The most memory that the process had at once.</param>
/// <param name="ReportMegabytes">All files of the report.</param>
internal sealed record GuideRow(
    string Name,
    string Says,
    string Verdict,
    double Seconds,
    double MemoryMegabytes,
    double ReportMegabytes
)
{
    /// <summary>The first two lines of a table.</summary>
    public const string Head =
        "| target | what it does | verdict | seconds | memory, MB | report, MB |\n| --- | --- | --- | ---: | ---: | ---: |";

    private const int Columns = 6;

    /// <summary>The line.</summary>
    public string Write() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| `{Name}` | {Says} | {Verdict} | {Seconds:0.0} | {MemoryMegabytes:0} | {ReportMegabytes:0.0} |"
        );

    /// <summary>Reads a line; null where it is none.</summary>
    public static GuideRow? Read(string line)
    {
        var cells = line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
        return
            cells.Length == Columns
            && cells[0].StartsWith('`')
            && Number(cells[3]) is { } seconds
            && Number(cells[4]) is { } memory
            && Number(cells[5]) is { } report
            ? new GuideRow(cells[0].Trim('`'), cells[1], cells[2], seconds, memory, report)
            : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
