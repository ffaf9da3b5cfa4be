using Conformance.Reports;

namespace Conformance.HostileTargets.Tests.Judging;

/// <summary>What a run against a hostile target came to.</summary>
/// <param name="Report">The run's report, as it stands in its file.</param>
/// <param name="Folder">Where its files are.</param>
internal sealed record Trial(RunReport Report, string Folder)
{
    /// <summary>What the run says of the target.</summary>
    public Conclusion Conclusion => Conclusion.Of(Report);

    /// <summary>The conclusion, what failed, and what it took.</summary>
    public string InWords() =>
        $"{Conclusion.ExitCode}: {Conclusion.Says} {Report.Requests} requests in {Report.DurationSeconds:0.0} s; failed: "
        + string.Join(", ", Report.Verdicts.Where(v => v.Outcome == Outcome.Failed).Select(v => v.Requirement.Id));
}
