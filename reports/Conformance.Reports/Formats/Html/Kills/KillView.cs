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
            return $"{killed}, {spared}.";
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

    internal static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
