using Conformance.Reports.Text;
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
    private const int LongestCause = 300;

    /// <summary>Draws the conclusion from the verdicts alone.</summary>
    public static Conclusion Of(RunReport report)
    {
        var binding = report.Verdicts.Where(v => Binds(v.Requirement.Level, report.IsStrict)).ToList();
        var failed = binding.Count(v => v.Outcome == Outcome.Failed);
        if (failed > 0)
            return new(ConclusionKind.NotConformant, 1, $"{Words.Count(failed, "binding requirement")} failed.");
        if (report.UndecidedBecause is { } undecided)
            return NotDecided(undecided);
        if (report.IncompleteBecause is { } incomplete)
            return NotDecided($"The run is incomplete: {incomplete}");
        var errored = report.Verdicts.Where(v => v.Outcome == Outcome.Errored).ToList();
        if (errored.Count > 0)
            return NotDecided(
                $"{Words.Count(errored.Count, "requirement")} could not be judged because of an error, such as: {Cause(errored)}"
            );
        var unproved = binding
            .Where(v => v.Outcome == Outcome.Skipped && v.Skip is { } skip && LeavesDoubt(skip))
            .ToList();
        if (unproved.Count > 0)
            return NotDecided(
                $"{Words.Count(unproved.Count, "binding requirement")} skipped for reasons that the configuration does not "
                    + $"declare, such as: {Cause(unproved)}"
            );
        var passed = binding.Count(v => v.Outcome == Outcome.Passed);
        if (passed == 0)
            return NotDecided("No binding requirement was proved.");
        return new(
            ConclusionKind.Conformant,
            0,
            passed == 1
                ? "The one binding requirement that could be proved passed."
                : $"All {Words.Count(passed, "binding requirement")} that could be proved passed."
        );
    }

    /// <summary>
    /// A reason that says what to do, or else the most frequent one; of several the first in order of ids, so that equal
    /// reports say the same.
    /// </summary>
    private static string Cause(IEnumerable<Verdict> verdicts)
    {
        var reasons = verdicts
            .OrderBy(v => v.Requirement.Id, StringComparer.Ordinal)
            .Where(v => v.Reason is not null)
            .ToList();
        var cause =
            reasons.FirstOrDefault(v => v.Skip == SkipReason.MissingFixture)?.Reason
            ?? reasons.GroupBy(v => v.Reason).MaxBy(g => g.Count())?.Key
            ?? "no reason is given";
        return Shortened.To(LongestCause, cause.EndsWith('.') ? cause : cause + ".");
    }

    private static Conclusion NotDecided(string says) => new(ConclusionKind.NotDecided, 3, says);

    /// <summary>Whether a failure at this level makes the target non-conformant.</summary>
    public static bool Binds(Level level, bool isStrict) => level == Level.Must || (isStrict && level == Level.Should);

    /// <summary>A declared gap and an allowed interpretation are settled; the other reasons leave the question open.</summary>
    public static bool LeavesDoubt(SkipReason reason) =>
        reason is SkipReason.MissingFixture or SkipReason.NotIsolated or SkipReason.Interrupted;
}
