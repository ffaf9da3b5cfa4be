namespace Conformance.Reports;

/// <summary>The command line that tests one requirement again.</summary>
public static class ReplayCommand
{
    /// <summary>
    /// The run's own command, limited to this requirement: it keeps the configuration, the target and the seed, so that the
    /// same requests are sent.
    /// </summary>
    public static string For(RunReport report, string requirementId) =>
        RunCommandText.Of(report.Request with { Target = TargetOf(report), Only = [requirementId] });

    /// <summary>
    /// The base URL that the same run has to be given; null where it finds its target by itself. What the environment named
    /// is named then, since it may be gone.
    /// </summary>
    public static string? TargetOf(RunReport report) =>
        report.Request.Target
        ?? (report.Target.IsEmbedded || report.Request.Config is not null ? null : report.Target.Url);
}
