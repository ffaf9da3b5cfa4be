using System.Collections.Immutable;
using Conformance.Reference.Mutants;
using Conformance.Reports;
using Conformance.Reports.Matrix;
using Conformance.Suite.Planning;

namespace Conformance.Cli.Prove;

/// <summary>What a run says of a wrong implementation.</summary>
internal static class DefectTrials
{
    /// <summary>Sorts what failed by what the implementation gets wrong.</summary>
    public static Trial Of(Mutant defect, long seed, Judging.Result result)
    {
        var kills = result
            .Failures.Select(f => new Kill(f.Verdict.Requirement.Id, f.AfterRequests, AimOf(defect, f.Verdict)))
            .ToImmutableArray();
        var unnoticed = defect.Breaks.RemoveAll(glob => kills.Any(k => Selection.Matches(glob, k.Requirement)));
        var errored = result.Report.Verdicts.Where(v => v.Outcome == Outcome.Errored).Select(v => v.Requirement.Id);
        return new Trial(seed, result.Report.Requests, kills, unnoticed) { Errored = [.. errored] };
    }

    private static Aim AimOf(Mutant defect, Verdict verdict)
    {
        var id = verdict.Requirement.Id;
        return defect.Breaks.Any(glob => Selection.Matches(glob, id)) ? Aim.Broken
            : defect.MayBreak.Any(glob => Selection.Matches(glob, id)) ? Aim.AlsoBroken
            : Aim.Beside;
    }
}
