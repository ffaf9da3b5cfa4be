using System.Globalization;
using Conformance.Reports.SelfTest;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Html.SelfTest;

/// <summary>A report of the self-test, sorted the way its page is read.</summary>
public sealed record SelfTestView(SelfTestReport Report, SelfTestFigures Figures)
{
    /// <summary>The view of this report.</summary>
    public static SelfTestView Of(SelfTestReport report) => new(report, SelfTestFigures.Of(report));

    internal string Title => $"{Headline} · self-test of the Conformance kit";

    internal string Headline => Figures.IsPassed ? "The kit passes its own test" : "The kit fails its own test";

    internal string Says
    {
        get
        {
            var killed = $"{Figures.Killed} of {Figures.Mutants} mutants were killed";
            var spared = Figures.FalseAccusations.IsEmpty
                ? $"none of {Figures.Variants} variants was accused"
                : $"{Figures.FalseAccusations.Length} of {Figures.Variants} variants were accused";
            return string.Join(" ", [$"{killed}, {spared}.", .. Open]);
        }
    }

    /// <summary>What keeps the kit from passing, a sentence each.</summary>
    private IEnumerable<string> Open
    {
        get
        {
            if (Figures.UnexcusedSurvivors is { IsEmpty: false } survivors)
                yield return survivors.Length == 1
                    ? "One survivor is not listed with a reason."
                    : $"{survivors.Length} survivors are not listed with a reason.";
            if (Figures.UnexcusedOtherReasons is { IsEmpty: false } others)
                yield return others.Length == 1
                    ? "One mutant was killed for another reason."
                    : $"{others.Length} mutants were killed for another reason.";
            if (Figures.KitFaults is { IsEmpty: false } faults)
                yield return $"The kit itself failed on {Words.Count(faults.Length, "mutant")}.";
            if (Figures.UnfailedRequirements is { IsEmpty: false } unfailed)
                yield return unfailed.Length == 1
                    ? "One requirement is failed by no mutant."
                    : $"{unfailed.Length} requirements are failed by no mutant.";
            if (Figures.RedundantParts is { IsEmpty: false } redundant)
                yield return redundant.Length == 1
                    ? "One rule or scenario can be taken away unnoticed."
                    : $"{redundant.Length} rules or scenarios can be taken away unnoticed.";
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

    /// <summary>How often a fault shows.</summary>
    internal static string Rarity(MutantResult mutant) =>
        mutant.ShowsOnceIn == 1
            ? "always"
            : string.Create(CultureInfo.InvariantCulture, $"once in {mutant.ShowsOnceIn}");

    /// <summary>What kind of requirement a fault breaks: the id without API and operation.</summary>
    internal static string Kind(MutantResult mutant) =>
        mutant.Breaks is [var first, ..] && first.Split('/') is { Length: > 2 } parts
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
