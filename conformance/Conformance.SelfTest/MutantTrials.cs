using Conformance.Reference.Mutants;
using Conformance.Reports;
using Conformance.Reports.SelfTest;
using Conformance.Schemas;

namespace Conformance.SelfTest;

/// <summary>What a run says of a mutant.</summary>
public static class MutantTrials
{
    /// <summary>Sorts what failed by what the mutant gets wrong.</summary>
    public static MutantTrial Of(Mutant mutant, long seed, Judgement judgement)
    {
        var kills = judgement
            .Failures.Select(f => new Kill(f.Verdict.Requirement.Id, f.AfterRequests, AimOf(mutant, f.Verdict)))
            .ToImmutableArray();
        ImmutableArray<string> errored =
        [
            .. judgement.Report.Verdicts.Where(v => v.Outcome == Outcome.Errored).Select(v => v.Requirement.Id),
        ];
        return new MutantTrial(
            seed,
            judgement.Report.Requests,
            kills,
            Unnoticed(mutant, kills.Select(k => k.Requirement))
        )
        {
            Errored = errored,
            KitFault = KitFaultIn(judgement, errored),
        };
    }

    /// <summary>Globs of what it breaks that none of these failed requirements, by id, matches.</summary>
    public static ImmutableArray<string> Unnoticed(Mutant mutant, IEnumerable<string> failed) =>
        mutant.Breaks.RemoveAll(glob => failed.Any(id => RequirementGlob.Matches(glob, id)));

    /// <summary>A kit that errs shows nothing, and its conclusion has to follow from its verdicts.</summary>
    private static string? KitFaultIn(Judgement judgement, ImmutableArray<string> errored)
    {
        var report = judgement.Report;
        if (judgement.KitFaults is [var fault, ..])
            return $"the kit failed: {fault}";
        if (!errored.IsEmpty)
            return $"errored: {string.Join(", ", errored)}";
        var failed = report.Verdicts.Where(v => v.Outcome == Outcome.Failed).Select(v => v.Requirement.Level).ToList();
        return Misses(report, failed.Contains(Level.Must)) ? "its conclusion does not follow from the failed musts"
            : Misses(report with { IsStrict = true }, failed.Exists(l => l != Level.May))
                ? "its strict conclusion does not follow from the failed requirements"
            : null;
    }

    private static bool Misses(RunReport report, bool isWrong) =>
        (Conclusion.Of(report).Kind == ConclusionKind.NotConformant) != isWrong;

    private static Aim AimOf(Mutant mutant, Verdict verdict)
    {
        var id = verdict.Requirement.Id;
        return mutant.Breaks.Any(glob => RequirementGlob.Matches(glob, id)) ? Aim.Broken
            : mutant.MayBreak.Any(glob => RequirementGlob.Matches(glob, id)) ? Aim.AlsoBroken
            : Aim.Beside;
    }
}
