using System.Globalization;
using System.Text;
using Conformance.Reports.Text;

namespace Conformance.HostileTargets.Tests.Guide;

/// <summary>The document that tells what hostile targets get and what they cost.</summary>
internal static class HostileTargetsGuide
{
    /// <summary>Its path.</summary>
    public static readonly string File = Checkout.At("conformance", "docs", "hostile-targets.md");

    private const string Rows = "rows";
    private const string Worst = "worst";

    /// <summary>The lines that a document has.</summary>
    public static ImmutableArray<GuideRow> RowsIn(string document) =>
        [.. (MarkedBlock.In(document, Rows) ?? "").Split('\n').Select(GuideRow.Read).OfType<GuideRow>()];

    /// <summary>The document with these lines in the place of those of the same names; lines of no target are gone.</summary>
    public static string With(string document, IReadOnlyCollection<GuideRow> measured)
    {
        var rows = RowsIn(document).ToDictionary(row => row.Name);
        foreach (var row in measured)
            rows[row.Name] = row;
        var known = AllTargets.List.Select(t => rows.GetValueOrDefault(t.Name)).OfType<GuideRow>().ToList();
        return MarkedBlock.Replace(MarkedBlock.Replace(document, Rows, Tables(rows)), Worst, WorstOf(known));
    }

    private static string Tables(Dictionary<string, GuideRow> rows)
    {
        var text = new StringBuilder();
        foreach (var theme in AllTargets.Themes)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {theme.Name}\n\n{GuideRow.Head}\n");
            foreach (var target in theme.Rows)
                if (rows.TryGetValue(target.Name, out var row))
                    text.Append(row.Write()).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string WorstOf(List<GuideRow> rows)
    {
        var (slowest, largest, longest) = (
            rows.MaxBy(r => r.Seconds)!,
            rows.MaxBy(r => r.MemoryMegabytes)!,
            rows.MaxBy(r => r.ReportMegabytes)!
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            | of {rows.Count} targets | worst | target |
            | --- | ---: | --- |
            | time | {slowest.Seconds:0.0} s | `{slowest.Name}` |
            | memory | {largest.MemoryMegabytes:0} MB | `{largest.Name}` |
            | report files | {longest.ReportMegabytes:0.0} MB | `{longest.Name}` |
            """
        );
    }
}
