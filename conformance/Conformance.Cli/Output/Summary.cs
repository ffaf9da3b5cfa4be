using System.Globalization;
using Conformance.Reports;
using Conformance.Reports.Text;
using Conformance.Schemas;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>What the run found, in a few lines.</summary>
internal static class Summary
{
    private const int MostListed = 15;

    /// <summary>Verdict, counts, the first failures.</summary>
    public static void Write(IAnsiConsole console, RunReport report)
    {
        var conclusion = Conclusion.Of(report);
        console.WriteLine();
        console.Markup($"[bold {Color(conclusion.Kind)}]{Words.Of(conclusion.Kind).ToUpperInvariant()}[/] ");
        console.UntrustedLine(conclusion.Says);
        console.WriteLine();
        console.Write(Counts(report));
        WriteVerdicts(console, report, Standing.Failed);
        WriteVerdicts(console, report, Standing.Warning);
        WriteVerdicts(console, report, Standing.Errored);
        WriteSkipped(console, report);
        console.WriteLine();
        console.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Requests} requests in {report.DurationSeconds:0.0} s · seed {report.Seed} · run {report.RunId} · {report.Target.Url}{(report.Target.IsEmbedded ? " (embedded)" : "")}"
            )
        );
        foreach (var note in report.Notes)
            console.UntrustedLine(note);
        if (report.NotCleanedUp.Length > 0)
            console.Line(
                $"{Words.Count(report.NotCleanedUp.Length, "resource")} could not be deleted; the report lists them"
            );
    }

    private static Table Counts(RunReport report)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("level");
        foreach (var outcome in Enum.GetValues<Outcome>())
            table.AddColumn(new TableColumn(outcome.ToString().ToLowerInvariant()).RightAligned());
        foreach (var level in Enum.GetValues<Level>())
        {
            var verdicts = report.Verdicts.Where(v => v.Requirement.Level == level).ToList();
            table.AddRow([
                level.ToString().ToLowerInvariant(),
                .. Enum.GetValues<Outcome>()
                    .Select(o => verdicts.Count(v => v.Outcome == o).ToString(CultureInfo.InvariantCulture)),
            ]);
        }
        return table;
    }

    private static void WriteVerdicts(IAnsiConsole console, RunReport report, Standing standing)
    {
        var word = standing.ToString().ToLowerInvariant();
        var verdicts = report
            .Verdicts.Where(v => Standings.Of(v, report.IsStrict) == standing)
            .OrderBy(v => v.Requirement.Level)
            .ToList();
        foreach (var verdict in verdicts.Take(MostListed))
        {
            console.Line(
                $"{word} ({verdict.Requirement.Level.ToString().ToLowerInvariant()}) {verdict.Requirement.Id}"
            );
            console.UntrustedLine($"  {verdict.Reason}");
            if (verdict.Outcome == Outcome.Failed)
                console.Line($"  repeat: {ReplayCommand.For(report, verdict.Requirement.Id)}");
        }
        if (verdicts.Count > MostListed)
            console.Line($"and {verdicts.Count - MostListed} more {Many(standing)}; the report lists them");
    }

    private static string Many(Standing standing) =>
        standing switch
        {
            Standing.Failed => "failures",
            Standing.Warning => "warnings",
            _ => "errors",
        };

    private static void WriteSkipped(IAnsiConsole console, RunReport report)
    {
        var causes = CauseGroup
            .Of(report.Verdicts.Where(v => v.Outcome == Outcome.Skipped))
            .OrderByDescending(cause => cause.Verdicts.Length)
            .ToList();
        foreach (var cause in causes.Take(MostListed))
            console.UntrustedLine($"skipped {cause.Verdicts.Length}: {cause.Reason}");
        if (causes.Count > MostListed)
            console.Line(
                $"and {causes.Skip(MostListed).Sum(c => c.Verdicts.Length)} more skipped; the report lists them"
            );
    }

    private static string Color(ConclusionKind kind) =>
        kind switch
        {
            ConclusionKind.Conformant => "green",
            ConclusionKind.NotConformant => "red",
            _ => "yellow",
        };
}
