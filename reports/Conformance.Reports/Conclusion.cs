using Conformance.Reports.Text;
using Conformance.Schemas;

namespace Conformance.Reports;

/// <summary>What a whole run comes to.</summary>
public enum ConclusionKind
{
    Conformant,
    NotConformant,

    /// <summary>Too little was tested to say either.</summary>
    Inconclusive,
}

/// <summary>The run's verdict on the target, with the exit code that says it.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="ExitCode">0 conformant, 1 not conformant, 3 inconclusive.</param>
/// <param name="Says">One sentence for people.</param>
public sealed record Conclusion(ConclusionKind Kind, int ExitCode, string Says)
{
    private const int LongestCause = 300;

    /// <summary>Draws the conclusion from the verdicts alone.</summary>
    public static Conclusion Of(RunReport report)
    {
        var mandatory = report.Verdicts.Where(v => IsMandatory(v.Requirement.Level, report.IsStrict)).ToList();
        var failed = mandatory.Count(v => v.Outcome == Outcome.Failed);
        if (failed > 0)
            return new(ConclusionKind.NotConformant, 1, $"{Words.Count(failed, "mandatory requirement")} failed.");
        if (report.InconclusiveBecause is { } inconclusive)
            return Inconclusive(inconclusive);
        if (report.IncompleteBecause is { } incomplete)
            return Inconclusive($"The run is incomplete: {incomplete}");
        var errored = report.Verdicts.Where(v => v.Outcome == Outcome.Errored).ToList();
        if (errored.Count > 0)
            return Inconclusive($"{Words.Count(errored.Count, "requirement")} errored, such as: {Cause(errored)}");
        var untested = mandatory
            .Where(v => v.Outcome == Outcome.Skipped && v.Skip is { } skip && LeavesDoubt(skip))
            .ToList();
        if (untested.Count > 0)
            return Inconclusive(
                $"{Words.Count(untested.Count, "mandatory requirement")} skipped for reasons that the configuration does not "
                    + $"declare, such as: {Cause(untested)}"
            );
        var passed = mandatory.Count(v => v.Outcome == Outcome.Passed);
        if (passed == 0)
            return Inconclusive("No mandatory requirement was tested.");
        return new(
            ConclusionKind.Conformant,
            0,
            passed == 1
                ? "The one mandatory requirement that could be tested passed."
                : $"All {Words.Count(passed, "mandatory requirement")} that could be tested passed."
        );
    }

    /// <summary>
    /// A cause that says what to do, or else the most frequent one; of several the first in order of ids, so that equal
    /// reports say the same.
    /// </summary>
    private static string Cause(IEnumerable<Verdict> verdicts)
    {
        var causes = CauseGroup.Of(
            verdicts.OrderBy(v => v.Requirement.Id, StringComparer.Ordinal).Where(v => v.Reason is not null)
        );
        var cause =
            causes.FirstOrDefault(c => c.Verdicts[0].Skip == SkipReason.MissingFixture)?.Reason
            ?? causes.MaxBy(c => c.Verdicts.Length)?.Reason
            ?? "no cause is told";
        return Shortened.To(LongestCause, cause.EndsWith('.') ? cause : cause + ".");
    }

    private static Conclusion Inconclusive(string says) => new(ConclusionKind.Inconclusive, 3, says);

    /// <summary>Whether a failure at this level makes the target non-conformant.</summary>
    public static bool IsMandatory(Level level, bool isStrict) =>
        level == Level.Must || (isStrict && level == Level.Should);

    /// <summary>What is declared unsupported, and what an interpretation allows, is settled; the other reasons leave the question open.</summary>
    public static bool LeavesDoubt(SkipReason reason) =>
        reason is SkipReason.MissingFixture or SkipReason.NotIsolated or SkipReason.Interrupted;
}
