using System.Text;
using Conformance.Reports;
using Conformance.Reports.Text;
using Conformance.Reports.Writing;
using Conformance.Schemas;

namespace Conformance.XUnit.Rows;

/// <summary>What the test of the run as a whole says: rows that are skipped must not add up to a green run.</summary>
internal static class RunVerdict
{
    /// <summary>Passes where the run decided, be it for the target or against it: then the rows say which.</summary>
    /// <param name="report">What the run found out.</param>
    /// <param name="unwritten">The report's files that could not be written.</param>
    public static RowResult Of(RunReport report, ImmutableArray<UnwrittenFile> unwritten)
    {
        var conclusion = Conclusion.Of(report);
        if (!unwritten.IsEmpty)
            return new RowResult.Errs(
                $"expected the report's files, could not write {string.Join(", ", unwritten.Select(f => $"{f.Name} ({f.Why})"))}; "
                    + $"make room in ReportDirectory, or name another\n{Words.Of(conclusion.Kind)}: "
                    + $"{VisibleText.Of(conclusion.Says)}\n{Account(report)}"
            );
        if (conclusion.Kind != ConclusionKind.Inconclusive)
            return new RowResult.Passes($"{Words.Of(conclusion.Kind)}: {conclusion.Says}\n{Account(report)}");
        return new RowResult.Errs(
            $"expected a run that decides whether the target conforms, got: {InertText.Of(VisibleText.Of(conclusion.Says))}\n"
                + "Passed rows alone don't make a target conformant. Do what the skipped and errored rows say, or declare as "
                + $"unsupported in the configuration what the target does not implement.\n{Account(report)}"
        );
    }

    private static string Account(RunReport report)
    {
        var text = new StringBuilder();
        foreach (var level in Enum.GetValues<Level>())
        {
            var tally = Tally.Of(report.Verdicts.Where(v => v.Requirement.Level == level));
            text.Append($"  {Words.Of(level)}: {tally.Passed} passed, {tally.Failed} failed, ")
                .Append($"{tally.Skipped} skipped, {tally.Errored} errored\n");
        }
        foreach (var skips in CauseGroup.Of(report.Verdicts.Where(v => v.Outcome == Outcome.Skipped)))
            Line(text, $"skipped {skips.Verdicts.Length}: {skips.Reason}");
        foreach (var note in report.Notes)
            Line(text, note);
        if (report.NotCleanedUp.Length > 0)
            Line(text, $"not cleaned up: {string.Join(", ", report.NotCleanedUp)}");
        Line(text, $"{Words.Count(report.Requests, "request")} to {report.Target.Url}");
        Line(text, $"profile {report.Profile}, seed {report.Seed}, run {report.RunId}");
        return text.ToString().TrimEnd('\n');
    }

    private static void Line(StringBuilder text, string line) =>
        text.Append("  ").Append(InertText.Of(VisibleText.Of(line))).Append('\n');
}
