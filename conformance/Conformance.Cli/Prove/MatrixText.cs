using System.Globalization;
using Conformance.Cli.Output;
using Conformance.Reports.Matrix;
using Spectre.Console;

namespace Conformance.Cli.Prove;

/// <summary>The matrix as lines for people.</summary>
internal static class MatrixText
{
    /// <summary>One line for each implementation, then what is wrong, then the figures.</summary>
    public static void Write(IAnsiConsole console, KillMatrix matrix)
    {
        foreach (var defect in matrix.Defects)
            console.Line(Line(defect));
        var figures = KillFigures.Of(matrix);
        console.Line("");
        foreach (var defect in figures.Survivors)
            console.Line($"survived: {defect.Name} ({defect.Says}): {Because(defect)}");
        foreach (var defect in matrix.Defects.Where(d => d.Fate == Fate.KilledForAnotherReason))
            WriteReasons(console, defect);
        foreach (var variant in figures.FalseAlarms)
            WriteAlarm(console, variant);
        foreach (var requirement in figures.UnprovedRequirements)
            console.Line($"no wrong implementation fails {requirement.Id}");
        console.Line("");
        WriteFigures(console, matrix, figures);
    }

    private static string Line(DefectResult defect)
    {
        var first = defect.FirstKill;
        var by = first is null ? "" : $" by {first.Requirement} after {Requests(defect.MedianRequestsToKill)}";
        var more = defect.Trials.SelectMany(t => t.Kills).Select(k => k.Requirement).Distinct().Count() - 1;
        return $"{Word(defect.Fate), -9} {defect.Name}{by}{(more > 0 ? $" (and {more} more)" : "")}";
    }

    private static void WriteAlarm(IAnsiConsole console, VariantResult variant)
    {
        console.Line($"false alarm: {variant.Name} ({variant.Says}), allowed by {variant.AllowedBy}");
        foreach (var accusation in variant.Trials.SelectMany(t => t.Accusations).DistinctBy(a => a.Requirement))
            console.UntrustedLine($"  accused of {accusation.Requirement}: {accusation.Reason}");
        foreach (var doubt in variant.Trials.Select(t => t.Doubt).OfType<string>().Distinct())
            console.UntrustedLine($"  not decided: {doubt}");
    }

    private static void WriteReasons(IAnsiConsole console, DefectResult defect)
    {
        console.Line($"not for the right reason: {defect.Name} ({defect.Says})");
        foreach (var glob in defect.Trials.SelectMany(t => t.Unnoticed).Distinct())
            console.Line($"  not noticed by {glob}");
        foreach (
            var id in defect
                .Trials.SelectMany(t => t.Kills)
                .Where(k => k.Aim == Aim.Beside)
                .Select(k => k.Requirement)
                .Distinct()
        )
            console.Line($"  accused of {id}");
    }

    private static void WriteFigures(IAnsiConsole console, KillMatrix matrix, KillFigures figures)
    {
        console.Line($"{matrix.Profile} profile, seeds {string.Join(", ", matrix.Seeds)}:");
        console.Line(
            $"  killed              {figures.Killed} of {figures.Defects} wrong implementations, {Percent(figures.KillRate)}"
        );
        console.Line(
            $"  for the right reason {figures.KilledForTheRightReason} of {figures.Killed}, {Percent(figures.RightReasonRate)}"
        );
        console.Line(
            $"  survivors            {figures.Survivors.Length}, of which {figures.UnexcusedSurvivors.Length} are not listed"
        );
        console.Line(
            $"  false alarms         {figures.FalseAlarms.Length} of {figures.Variants} right implementations"
        );
        console.Line($"  requests to a kill   {Requests(figures.MedianRequestsToKill)} (median)");
        console.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  took                 {matrix.DurationSeconds:0.0} s, {matrix.Parallelism} at once"
            )
        );
    }

    private static string Because(DefectResult defect) =>
        defect.MaySurviveBecause ?? "not listed, so the kit lacks a probe for it";

    private static string Word(Fate fate) =>
        fate switch
        {
            Fate.Killed => "killed",
            Fate.KilledForAnotherReason => "killed*",
            _ => "SURVIVED",
        };

    private static string Requests(double? number) =>
        number is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count:0.#} requests") : "–";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
