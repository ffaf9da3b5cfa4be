using Conformance.Schemas;

namespace Conformance.Reports;

/// <summary>What a whole run comes to.</summary>
public enum ConclusionKind
{
    Conformant,
    NotConformant,

    /// <summary>Too little was proved to say either.</summary>
    NotDecided,
}

/// <summary>The run's verdict on the target, with the exit code that says it.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="ExitCode">0 conformant, 1 not conformant, 3 not decided.</param>
/// <param name="Says">One sentence for people.</param>
public sealed record Conclusion(ConclusionKind Kind, int ExitCode, string Says)
{
    /// <summary>Draws the conclusion from the verdicts alone.</summary>
    public static Conclusion Of(RunReport report)
    {
        var binding = report.Verdicts.Where(v => Binds(v.Requirement.Level, report.IsStrict)).ToList();
        var failed = binding.Count(v => v.Outcome == Outcome.Failed);
        if (failed > 0)
            return new(ConclusionKind.NotConformant, 1, $"{Count(failed, "binding requirement")} failed.");
        if (report.UndecidedBecause is { } undecided)
            return NotDecided(undecided);
        if (report.IncompleteBecause is { } incomplete)
            return NotDecided($"The run is incomplete: {incomplete}");
        var errored = report.Verdicts.Count(v => v.Outcome == Outcome.Errored);
        if (errored > 0)
            return NotDecided($"{Count(errored, "requirement")} could not be judged because of an error.");
        var unproved = binding.Count(v => v.Outcome == Outcome.Skipped && v.Skip is { } skip && LeavesDoubt(skip));
        if (unproved > 0)
            return NotDecided(
                $"{Count(unproved, "binding requirement")} skipped for reasons that the configuration does not declare."
            );
        var passed = binding.Count(v => v.Outcome == Outcome.Passed);
        if (passed == 0)
            return NotDecided("No binding requirement was proved.");
        return new(
            ConclusionKind.Conformant,
            0,
            $"All {Count(passed, "binding requirement")} that could be proved passed."
        );
    }

    private static Conclusion NotDecided(string says) => new(ConclusionKind.NotDecided, 3, says);

    /// <summary>Whether a failure at this level makes the target non-conformant.</summary>
    public static bool Binds(Level level, bool isStrict) => level == Level.Must || (isStrict && level == Level.Should);

    /// <summary>A declared gap and an allowed reading are settled; the other reasons leave the question open.</summary>
    public static bool LeavesDoubt(SkipReason reason) =>
        reason is SkipReason.MissingFixture or SkipReason.NotIsolated or SkipReason.Interrupted;

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
