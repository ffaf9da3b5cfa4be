using Conformance.Schemas;

namespace Conformance.Reports.SelfTest;

/// <summary>What a report comes to, in numbers.</summary>
public sealed record SelfTestFigures
{
    /// <summary>Mutants judged.</summary>
    public required int Mutants { get; init; }

    /// <summary>Those killed in every trial.</summary>
    public required int Killed { get; init; }

    /// <summary>Those killed in every trial by what they break, and by nothing else.</summary>
    public required int KilledForTheRightReason { get; init; }

    /// <summary>Those that survived at least one trial.</summary>
    public required ImmutableArray<MutantResult> Survivors { get; init; }

    /// <summary>Survivors that no list excuses.</summary>
    public required ImmutableArray<MutantResult> UnexcusedSurvivors { get; init; }

    /// <summary>Mutants that were killed for another reason, and that no list excuses.</summary>
    public required ImmutableArray<MutantResult> UnexcusedOtherReasons { get; init; }

    /// <summary>Mutants on which the kit itself failed in some trial.</summary>
    public required ImmutableArray<MutantResult> KitFaults { get; init; }

    /// <summary>Variants judged.</summary>
    public required int Variants { get; init; }

    /// <summary>Variants that were not found right.</summary>
    public required ImmutableArray<VariantResult> FalseAccusations { get; init; }

    /// <summary>Requirements that no mutant fails for the right reason.</summary>
    public required ImmutableArray<RequirementResult> UnfailedRequirements { get; init; }

    /// <summary>Rules and scenarios that notice nothing alone, so that they could be taken away unnoticed.</summary>
    public required ImmutableArray<PartResult> RedundantParts { get; init; }

    /// <summary>Requests up to the first kill, as the median over all mutants that were killed; null where none was.</summary>
    public required double? MedianRequestsToKill { get; init; }

    /// <summary>Share of the mutants that were killed, from 0 to 1.</summary>
    public double MutationScore => Share(Killed, Mutants);

    /// <summary>Share of the killed that were killed for the right reason, from 0 to 1.</summary>
    public double RightReasonRate => Share(KilledForTheRightReason, Killed);

    /// <summary>Whether the kit does what it promises, but for what is listed with a reason.</summary>
    public bool IsPassed =>
        UnexcusedSurvivors.IsEmpty
        && UnexcusedOtherReasons.IsEmpty
        && KitFaults.IsEmpty
        && FalseAccusations.IsEmpty
        && UnfailedRequirements.IsEmpty
        && RedundantParts.IsEmpty;

    /// <summary>The numbers of this report.</summary>
    public static SelfTestFigures Of(SelfTestReport report)
    {
        var survivors = report.Mutants.RemoveAll(d => d.Fate != Fate.Survived);
        return new SelfTestFigures
        {
            Mutants = report.Mutants.Length,
            Killed = report.Mutants.Length - survivors.Length,
            KilledForTheRightReason = report.Mutants.Count(d => d.Fate == Fate.Killed),
            Survivors = survivors,
            UnexcusedSurvivors = survivors.RemoveAll(d => d.MaySurviveBecause is not null),
            UnexcusedOtherReasons = report.Mutants.RemoveAll(m =>
                m.Fate != Fate.KilledForAnotherReason || m.MaySurviveBecause is not null
            ),
            KitFaults = report.Mutants.RemoveAll(m => m.Trials.All(t => t.KitFault is null)),
            Variants = report.Variants.Length,
            FalseAccusations = report.Variants.RemoveAll(v => !v.IsFalselyAccused),
            UnfailedRequirements =
                report.IsPartial || report.IsUntilKilled
                    ? []
                    : report.Requirements.RemoveAll(r =>
                        r.Level == Level.May || !r.FailedBy.IsEmpty || r.UnfailedBecause is not null
                    ),
            RedundantParts = report.Parts.RemoveAll(p => !p.NoticedAlone.IsEmpty),
            MedianRequestsToKill = Median.Of([.. report.Mutants.Select(d => d.MedianRequestsToKill).OfType<double>()]),
        };
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
