using Conformance.Engine.Planning;
using Conformance.Reference;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports.SelfTest;
using Conformance.Schemas;

namespace Conformance.SelfTest;

/// <summary>From trials to the lines of a report.</summary>
internal static class SelfTestResults
{
    private const string Project = "conformance/Conformance.Reference";

    /// <summary>The line of a mutant.</summary>
    public static MutantResult Of(Mutant mutant, SelfTestRequest request, IEnumerable<MutantTrial> trials) =>
        new(mutant.Name, mutant.Api, mutant.Says, mutant.Breaks, mutant.ShowsOnceIn, [.. trials])
        {
            File = PathOf(mutant),
            MaySurviveBecause = Survivors.Excuse(mutant.Name, request.Profile.Name),
        };

    /// <summary>The line of a variant.</summary>
    public static VariantResult Of(Variant variant, IEnumerable<VariantTrial> trials) =>
        new(variant.Name, variant.Api, variant.Says, variant.AllowedBy, [.. trials]) { File = PathOf(variant) };

    /// <summary>The requirements of level must and should, each with the mutants that fail it honestly.</summary>
    public static ImmutableArray<RequirementResult> Requirements(
        IEnumerable<PlannedApi> judged,
        ImmutableArray<MutantResult> mutants
    )
    {
        var killers = mutants
            .SelectMany(m =>
                m.Trials.SelectMany(t => t.Kills)
                    .Where(k => k.Aim != Aim.Beside)
                    .Select(k => (k.Requirement, m.Name))
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
                    UnfailedBecause = killers[r.Id].Any() ? null : Unfailable.Excuse(r.Id),
                }),
        ];
    }

    private static string PathOf(Implementation implementation) => $"{Project}/{implementation.File}";
}
