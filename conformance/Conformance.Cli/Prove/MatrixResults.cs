using System.Collections.Immutable;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports.Matrix;
using Conformance.Schemas;
using Conformance.Suite.Planning;

namespace Conformance.Cli.Prove;

/// <summary>From trials to the lines of a matrix.</summary>
internal static class MatrixResults
{
    /// <summary>The line of a wrong implementation.</summary>
    public static DefectResult Of(Mutant defect, ProveRequest request, IEnumerable<Trial> trials) =>
        new(defect.Name, defect.Api, defect.Says, defect.Breaks, defect.ShowsOnceIn, [.. trials])
        {
            MaySurviveBecause = Survivors.Excuse(defect.Name, request.Profile.Name),
        };

    /// <summary>The line of a right implementation.</summary>
    public static VariantResult Of(Variant variant, IEnumerable<VariantTrial> trials) =>
        new(variant.Name, variant.Api, variant.Says, variant.AllowedBy, [.. trials]);

    /// <summary>The requirements that bind or warn, each with the wrong implementations that fail it honestly.</summary>
    public static ImmutableArray<RequirementResult> Requirements(
        IEnumerable<PlannedApi> judged,
        ImmutableArray<DefectResult> defects
    )
    {
        var killers = defects
            .SelectMany(d =>
                d.Trials.SelectMany(t => t.Kills)
                    .Where(k => k.Aim != Aim.Beside)
                    .Select(k => (k.Requirement, d.Name))
                    .Distinct()
            )
            .ToLookup(k => k.Requirement, k => k.Name);
        return
        [
            .. judged
                .SelectMany(planned => planned.Requirements)
                .Select(planned => planned.Requirement)
                .Where(requirement => requirement.Level != Level.May)
                .Select(r => new RequirementResult(r.Id, r.Level, r.Says, [.. killers[r.Id]])
                {
                    UnkilledBecause = killers[r.Id].Any() ? null : Unfailable.Excuse(r.Id),
                }),
        ];
    }
}
