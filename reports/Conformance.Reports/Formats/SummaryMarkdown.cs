using System.Globalization;
using System.Text;
using Conformance.Reports.Text;
using Conformance.Schemas;

namespace Conformance.Reports.Formats;

/// <summary>The run on one screen, in Markdown, for the summary of a CI job.</summary>
public static class SummaryMarkdown
{
    private const int MostRows = 50;
    private const int LongestReason = 300;

    /// <summary>Verdict, counts, failures and warnings, each with its source and the command that repeats it.</summary>
    public static string Write(RunReport report)
    {
        var conclusion = Conclusion.Of(report);
        var text = new StringBuilder();
        Append(text, $"## {Words.Of(conclusion.Kind)}\n\n");
        Append(text, $"{Markdown.Text(conclusion.Says)} Exit code {conclusion.ExitCode}.\n\n");
        if (report.IncompleteBecause is { } incomplete)
            Append(text, $"**Incomplete:** {Markdown.Text(incomplete)}\n\n");
        if (report.InconclusiveBecause is { } inconclusive)
            Append(text, $"**Inconclusive:** {Markdown.Text(inconclusive)}\n\n");
        Append(text, $"Target {Markdown.Code(report.Target.Url)}, profile {Markdown.Code(report.Profile)}, ");
        Append(text, $"seed {Markdown.Code($"{report.Seed}")}, run {Markdown.Code(report.RunId)}, ");
        Append(
            text,
            $"{Words.Count(report.Requests, "request")} in {Words.Duration(report.DurationSeconds * 1_000)}, "
        );
        Append(
            text,
            $"started at {report.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC.\n\n"
        );
        Counts(text, report);
        Rows(text, "Failures", report, Standing.Failed);
        Rows(text, "Warnings", report, Standing.Warning);
        Rows(text, "Errored", report, Standing.Errored);
        Skipped(text, report);
        return text.ToString();
    }

    private static void Counts(StringBuilder text, RunReport report)
    {
        text.Append("| Level | Passed | Failed | Skipped | Errored |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (var level in Enum.GetValues<Level>())
        {
            var tally = Tally.Of(report.Verdicts.Where(v => v.Requirement.Level == level));
            Append(text, $"| {Words.Of(level)}, {Words.Weight(level, report.IsStrict)} | {tally.Passed} ");
            Append(text, $"| {tally.Failed} | {tally.Skipped} | {tally.Errored} |\n");
        }
        text.Append('\n');
    }

    private static void Rows(StringBuilder text, string title, RunReport report, Standing standing)
    {
        var verdicts = report.Verdicts.Where(v => Standings.Of(v, report.IsStrict) == standing).ToList();
        if (verdicts.Count == 0)
            return;
        Append(text, $"### {title} ({verdicts.Count})\n\n");
        text.Append("| Requirement | Level | Source | What happened | Repeat |\n| --- | --- | --- | --- | --- |\n");
        foreach (var verdict in verdicts.Take(MostRows))
            Row(text, report, verdict);
        if (verdicts.Count > MostRows)
            Append(text, $"\n{verdicts.Count - MostRows} more are in {Markdown.Code(ReportFiles.Html)}.\n");
        text.Append('\n');
    }

    private static void Row(StringBuilder text, RunReport report, Verdict verdict)
    {
        var requirement = verdict.Requirement;
        var sources = string.Join(", ", requirement.Sources.Select(s => Markdown.Text(s.ToString())));
        var reason = Shortened.To(LongestReason, verdict.Reason ?? "");
        Append(text, $"| {Markdown.Text(requirement.Says)}<br>{Markdown.Code(requirement.Id)} ");
        Append(text, $"| {Words.Of(requirement.Level)} | {sources} | {Markdown.Text(reason)} ");
        Append(text, $"| {Markdown.Code(ReplayCommand.For(report, requirement.Id))} |\n");
    }

    private static void Skipped(StringBuilder text, RunReport report)
    {
        var byReason = report
            .Verdicts.Where(v => v.Outcome == Outcome.Skipped)
            .GroupBy(v => v.Skip)
            .OrderBy(g => g.Key)
            .ToList();
        if (byReason.Count == 0)
            return;
        text.Append("### Skipped\n\n| Reason | Requirements |\n| --- | ---: |\n");
        foreach (var group in byReason)
            Append(text, $"| {(group.Key is { } reason ? Words.Of(reason) : "No reason given")} | {group.Count()} |\n");
        text.Append('\n');
    }

    private static void Append(StringBuilder text, FormattableString part) =>
        text.Append(part.ToString(CultureInfo.InvariantCulture));
}
