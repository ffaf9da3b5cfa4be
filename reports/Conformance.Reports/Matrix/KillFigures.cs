using System.Collections.Immutable;
using Conformance.Schemas;

namespace Conformance.Reports.Matrix;

/// <summary>What a matrix comes to, in numbers.</summary>
public sealed record KillFigures
{
    /// <summary>Wrong implementations judged.</summary>
    public required int Defects { get; init; }

    /// <summary>Those killed in every trial.</summary>
    public required int Killed { get; init; }

    /// <summary>Those killed in every trial by what they break, and by nothing else.</summary>
    public required int KilledForTheRightReason { get; init; }

    /// <summary>Those that survived at least one trial.</summary>
    public required ImmutableArray<DefectResult> Survivors { get; init; }

    /// <summary>Survivors that no list excuses.</summary>
    public required ImmutableArray<DefectResult> UnexcusedSurvivors { get; init; }

    /// <summary>Right implementations judged.</summary>
    public required int Variants { get; init; }

    /// <summary>Right implementations that were not found right.</summary>
    public required ImmutableArray<VariantResult> FalseAlarms { get; init; }

    /// <summary>Requirements that no wrong implementation fails for the right reason.</summary>
    public required ImmutableArray<RequirementResult> UnprovedRequirements { get; init; }

    /// <summary>Requests up to the first kill, as the median over all defects that were killed; null where none was.</summary>
    public required double? MedianRequestsToKill { get; init; }

    /// <summary>Share of the defects that were killed, from 0 to 1.</summary>
    public double KillRate => Share(Killed, Defects);

    /// <summary>Share of the killed that were killed for the right reason, from 0 to 1.</summary>
    public double RightReasonRate => Share(KilledForTheRightReason, Killed);

    /// <summary>Whether the kit does what it promises, but for what is listed with a reason.</summary>
    public bool IsProved => UnexcusedSurvivors.IsEmpty && FalseAlarms.IsEmpty && UnprovedRequirements.IsEmpty;

    /// <summary>The numbers of this matrix.</summary>
    public static KillFigures Of(KillMatrix matrix)
    {
        var survivors = matrix.Defects.RemoveAll(d => d.Fate != Fate.Survived);
        return new KillFigures
        {
            Defects = matrix.Defects.Length,
            Killed = matrix.Defects.Length - survivors.Length,
            KilledForTheRightReason = matrix.Defects.Count(d => d.Fate == Fate.Killed),
            Survivors = survivors,
            UnexcusedSurvivors = survivors.RemoveAll(d => d.MaySurviveBecause is not null),
            Variants = matrix.Variants.Length,
            FalseAlarms = matrix.Variants.RemoveAll(v => !v.IsFalseAlarm),
            UnprovedRequirements = matrix.IsPartial
                ? []
                : matrix.Requirements.RemoveAll(r =>
                    r.Level == Level.May || !r.KilledBy.IsEmpty || r.UnkilledBecause is not null
                ),
            MedianRequestsToKill = Median.Of([.. matrix.Defects.Select(d => d.MedianRequestsToKill).OfType<double>()]),
        };
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
