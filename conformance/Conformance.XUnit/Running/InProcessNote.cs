using Conformance.Reports;

namespace Conformance.XUnit.Running;

/// <summary>Tells readers of a report's files that its commands find no target where the run had one.</summary>
internal static class InProcessNote
{
    /// <summary>The report, with the note where the target was called without a network.</summary>
    public static RunReport On(RunReport report, bool isInProcess) =>
        isInProcess
            ? report with
            {
                Notes = report.Notes.Add(
                    $"The target was called inside the test process, not over the network: before repeating a command of this report, let it listen at {report.Target.Url}."
                ),
            }
            : report;
}
