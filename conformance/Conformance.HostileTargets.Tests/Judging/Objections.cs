using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.HostileTargets.Tests.Judging;

/// <summary>What is wrong with what the kit says of a hostile target.</summary>
internal static class Objections
{
    /// <summary>All of it; nothing where the run is as it has to be.</summary>
    public static IEnumerable<string> To(HostileTarget target, Trial trial) =>
        [
            .. ToTheConclusion(target.Expected, trial.Conclusion),
            .. WrongAccusations(target, trial.Report),
            .. FaultsOfTheKit(trial.Report),
            .. ReportFolder.Problems(trial.Folder),
        ];

    private static IEnumerable<string> ToTheConclusion(ExpectedVerdict expected, Conclusion conclusion)
    {
        if (!expected.ExitCodes.Contains(conclusion.ExitCode))
            yield return $"expected {expected}, got exit code {conclusion.ExitCode}: {conclusion.Says}";
        else if (!conclusion.Says.Contains(expected.Because, StringComparison.Ordinal))
            yield return $"expected a conclusion with '{expected.Because}', got: {conclusion.Says}";
    }

    private static IEnumerable<string> WrongAccusations(HostileTarget target, RunReport report) =>
        from verdict in report.Verdicts
        where verdict.Outcome == Outcome.Failed && verdict.Requirement.Level != Level.May
        let id = verdict.Requirement.Id[(target.Api.Length + 1)..]
        where !IsRight(target.Expected, id)
        select $"wrongly accused of {id}: expected {verdict.Evidence?.Expected}, got {Short(verdict.Evidence?.Actual)}";

    // A contract is about everything at once, so that it breaks with whatever else does.
    private static bool IsRight(ExpectedVerdict expected, string id) =>
        expected.Accuses.Any(glob => RequirementGlob.Matches(glob, id))
        || (expected.Accuses.Length > 0 && RequirementGlob.Matches("*/contract/*", id));

    private static IEnumerable<string> FaultsOfTheKit(RunReport report) =>
        from verdict in report.Verdicts
        where verdict.Reason?.Contains("the kit failed", StringComparison.Ordinal) == true
        select $"{verdict.Requirement.Id}: {Short(verdict.Reason)}";

    private static string? Short(string? text) => text is { Length: > 300 } ? text[..300] + "…" : text;
}
