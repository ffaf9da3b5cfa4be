using Conformance.Reference.Variants;
using Conformance.Reports;
using Conformance.Reports.Matrix;
using Conformance.Suite.Planning;

namespace Conformance.Cli.Prove;

/// <summary>What a run says of a right implementation.</summary>
internal static class VariantTrials
{
    /// <summary>Takes every failure for an accusation, but for what is known to be no duty.</summary>
    public static VariantTrial Of(Variant variant, long seed, Judging.Result result)
    {
        var conclusion = Conclusion.Of(result.Report);
        var accusations = result.Failures.Where(f =>
            !variant.MayWarn.Any(glob => Selection.Matches(glob, f.Verdict.Requirement.Id))
        );
        var isInDoubt = conclusion.Kind == ConclusionKind.NotDecided && !variant.MayBeUndecided;
        return new VariantTrial(
            seed,
            result.Report.Requests,
            conclusion.Kind,
            [.. accusations.Select(f => new Accusation(f.Verdict.Requirement.Id, f.Verdict.Reason ?? ""))]
        )
        {
            Doubt = isInDoubt ? conclusion.Says : null,
        };
    }
}
