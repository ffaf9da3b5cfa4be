using Conformance.Reference.Variants;
using Conformance.Reports;
using Conformance.Reports.SelfTest;

namespace Conformance.SelfTest;

/// <summary>What a run says of a variant.</summary>
public static class VariantTrials
{
    /// <summary>Takes every failure for an accusation, but for what is known not to be met.</summary>
    public static VariantTrial Of(Variant variant, long seed, Judgement judgement)
    {
        var conclusion = Conclusion.Of(judgement.Report);
        var accusations = judgement.Failures.Where(f =>
            !variant.MayWarn.Any(glob => RequirementGlob.Matches(glob, f.Verdict.Requirement.Id))
        );
        var isInDoubt = conclusion.Kind == ConclusionKind.Inconclusive && !variant.MayBeInconclusive;
        return new VariantTrial(
            seed,
            judgement.Report.Requests,
            conclusion.Kind,
            [.. accusations.Select(f => new Accusation(f.Verdict.Requirement.Id, f.Verdict.Reason ?? ""))]
        )
        {
            Doubt = isInDoubt ? conclusion.Says : null,
        };
    }
}
