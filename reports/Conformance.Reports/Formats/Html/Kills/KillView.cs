using System.Globalization;
using Conformance.Reports.Matrix;

namespace Conformance.Reports.Formats.Html.Kills;

/// <summary>A kill matrix, sorted the way its page is read.</summary>
public sealed record KillView(KillMatrix Matrix, KillFigures Figures)
{
    /// <summary>The view of this matrix.</summary>
    public static KillView Of(KillMatrix matrix) => new(matrix, KillFigures.Of(matrix));

    internal string Title => $"{Headline} · kill matrix of the Conformance kit";

    internal string Headline => Figures.IsProved ? "The kit is proved" : "The kit is not proved";

    internal string Says
    {
        get
        {
            var killed = $"{Figures.Killed} of {Figures.Defects} wrong implementations were killed";
            var spared = Figures.FalseAlarms.IsEmpty
                ? $"none of {Figures.Variants} right ones was accused"
                : $"{Figures.FalseAlarms.Length} of {Figures.Variants} right ones were accused";
            return string.Join(" ", [$"{killed}, {spared}.", .. Open]);
        }
    }

    /// <summary>What keeps the kit from being proved, a sentence each.</summary>
    private IEnumerable<string> Open
    {
        get
        {
            if (Figures.UnexcusedSurvivors is { IsEmpty: false } survivors)
                yield return survivors.Length == 1
                    ? "One survivor is not listed with a reason."
                    : $"{survivors.Length} survivors are not listed with a reason.";
            if (Figures.UnprovedRequirements is { IsEmpty: false } unproved)
                yield return unproved.Length == 1
                    ? "One requirement is failed by no wrong implementation."
                    : $"{unproved.Length} requirements are failed by no wrong implementation.";
        }
    }

    internal static string Class(Fate fate) =>
        fate switch
        {
            Fate.Killed => "is-passed",
            Fate.KilledForAnotherReason => "is-warning",
            _ => "is-failed",
        };

    internal static string Glyph(Fate fate) =>
        fate switch
        {
            Fate.Killed => "✓",
            Fate.KilledForAnotherReason => "△",
            _ => "✕",
        };

    internal static string Word(Fate fate) =>
        fate switch
        {
            Fate.Killed => "killed",
            Fate.KilledForAnotherReason => "killed for another reason",
            _ => "survived",
        };

    /// <summary>How often a lie shows.</summary>
    internal static string Rarity(DefectResult defect) =>
        defect.ShowsOnceIn == 1
            ? "always"
            : string.Create(CultureInfo.InvariantCulture, $"once in {defect.ShowsOnceIn}");

    /// <summary>What kind of requirement a lie breaks: the id without API and operation.</summary>
    internal static string Kind(DefectResult defect) =>
        defect.Breaks is [var first, ..] && first.Split('/') is { Length: > 2 } parts
            ? parts[^1] is "rejected" or "accepted" or "null-rejected"
                ? $"{parts[^2]}/{parts[^1]}"
                : parts[2]
            : "other";

    internal static string Number(double? number) =>
        number is { } count ? count.ToString("#,0.#", CultureInfo.InvariantCulture) : "–";

    internal static string Aim(double share) =>
        share < 1 ? $"at least {(100 * share).ToString("0", CultureInfo.InvariantCulture)} %" : "all";

    internal static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
