using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.XUnit.Rows;

/// <summary>What the row of a requirement says, given what the run found out.</summary>
internal static class RowVerdict
{
    /// <summary>The result of one row. A requirement without a verdict never passes.</summary>
    /// <param name="report">What the run found out.</param>
    /// <param name="id">Id of the requirement.</param>
    /// <param name="isInProcess">Whether the target was called without a network.</param>
    public static RowResult Of(RunReport report, string id, bool isInProcess)
    {
        if (report.Verdicts.FirstOrDefault(v => v.Requirement.Id == id) is not { } verdict)
            return NoVerdict(report, id);
        return Standings.Of(verdict, report.IsStrict) switch
        {
            Standing.Passed => new RowResult.Passes(
                $"{Words.Count(verdict.Cases, "case")}, {Words.Count(verdict.Requests, "request")}"
            ),
            Standing.Warning => new RowResult.Warns(VerdictText.Of(verdict, report, isInProcess)),
            Standing.Failed => new RowResult.Fails(VerdictText.Of(verdict, report, isInProcess)),
            Standing.Skipped => new RowResult.Skips(SkipText(verdict, report)),
            _ => new RowResult.Errs(
                "The kit, the network or the configuration failed; it is not held against the target.\n"
                    + VerdictText.Of(verdict, report, isInProcess)
            ),
        };
    }

    private static RowResult.Errs NoVerdict(RunReport report, string id) =>
        new(
            $"expected a verdict on {id}, got none among the {Words.Count(report.Verdicts.Length, "verdict")} of the run. "
                + "If the target selects other requirements now than when the tests were listed, list them again; "
                + "else this is a fault of the kit: please report it."
        );

    private static string SkipText(Verdict verdict, RunReport report)
    {
        var reason = InertText.Of(VisibleText.Of(verdict.Reason ?? verdict.Requirement.Says));
        if (verdict.Skip is not { } skip)
            return reason;
        var leavesDoubt =
            Conclusion.LeavesDoubt(skip) && Conclusion.IsMandatory(verdict.Requirement.Level, report.IsStrict);
        return $"{Words.Of(skip)}: {reason}" + (leavesDoubt ? " (so the run decides nothing unless a row fails)" : "");
    }
}
