using System.Globalization;
using Conformance.Cli.Output;
using Conformance.Reports.SelfTest;
using Spectre.Console;

namespace Conformance.Cli.SelfTest;

/// <summary>The report of the self-test as lines for people.</summary>
internal static class SelfTestText
{
    /// <summary>One line for each implementation, then what is wrong, then the figures.</summary>
    public static void Write(IAnsiConsole console, SelfTestReport report)
    {
        foreach (var mutant in report.Mutants)
            console.Line(Line(mutant));
        var figures = SelfTestFigures.Of(report);
        console.Line("");
        foreach (var mutant in figures.Survivors)
            console.Line($"survived: {mutant.Name} ({mutant.Says}): {Because(mutant)}");
        foreach (var mutant in report.Mutants.Where(d => d.Fate == Fate.KilledForAnotherReason))
            WriteReasons(console, mutant);
        foreach (var mutant in figures.KitFaults)
            console.Line(
                $"the kit failed on {mutant.Name}: {mutant.Trials.First(t => t.KitFault is not null).KitFault}"
            );
        foreach (var variant in figures.FalseAccusations)
            WriteAccusations(console, variant);
        foreach (var requirement in figures.UnfailedRequirements)
            console.Line($"no mutant fails {requirement.Id}");
        foreach (var part in figures.RedundantParts)
            console.Line($"nothing is noticed by {part.Name} alone");
        console.Line("");
        WriteFigures(console, report, figures);
    }

    private static string Line(MutantResult mutant)
    {
        var first = mutant.FirstKill;
        var by = first is null ? "" : $" by {first.Requirement} after {Requests(mutant.MedianRequestsToKill)}";
        var more = mutant.Trials.SelectMany(t => t.Kills).Select(k => k.Requirement).Distinct().Count() - 1;
        return $"{Word(mutant.Fate), -9} {mutant.Name}{by}{(more > 0 ? $" (and {more} more)" : "")}";
    }

    private static void WriteAccusations(IAnsiConsole console, VariantResult variant)
    {
        console.Line($"false accusation: {variant.Name} ({variant.Says}), allowed by {variant.AllowedBy}");
        foreach (var accusation in variant.Trials.SelectMany(t => t.Accusations).DistinctBy(a => a.Requirement))
            console.UntrustedLine($"  accused of {accusation.Requirement}: {accusation.Reason}");
        foreach (var doubt in variant.Trials.Select(t => t.Doubt).OfType<string>().Distinct())
            console.UntrustedLine($"  inconclusive: {doubt}");
    }

    private static void WriteReasons(IAnsiConsole console, MutantResult mutant)
    {
        console.Line($"not for the right reason: {mutant.Name} ({mutant.Says}): {Because(mutant)}");
        foreach (var glob in mutant.Trials.SelectMany(t => t.Unnoticed).Distinct())
            console.Line($"  not noticed by {glob}");
        foreach (
            var id in mutant
                .Trials.SelectMany(t => t.Kills)
                .Where(k => k.Aim == Aim.Beside)
                .Select(k => k.Requirement)
                .Distinct()
        )
            console.Line($"  accused of {id}");
    }

    private static void WriteFigures(IAnsiConsole console, SelfTestReport report, SelfTestFigures figures)
    {
        console.Line($"{report.Profile} profile, seeds {string.Join(", ", report.Seeds)}:");
        console.Line(
            $"  mutation score       {figures.Killed} of {figures.Mutants} mutants killed, {Percent(figures.MutationScore)}"
        );
        console.Line(
            $"  for the right reason {figures.KilledForTheRightReason} of {figures.Killed}, {Percent(figures.RightReasonRate)}, of the others {figures.UnexcusedOtherReasons.Length} are not listed"
        );
        console.Line(
            $"  survivors            {figures.Survivors.Length}, of which {figures.UnexcusedSurvivors.Length} are not listed"
        );
        console.Line($"  false accusations    {figures.FalseAccusations.Length} of {figures.Variants} variants");
        if (report.Parts.Length > 0)
            console.Line(
                $"  rules and scenarios  {report.Parts.Length - figures.RedundantParts.Length} of {report.Parts.Length} notice something alone"
            );
        console.Line($"  requests to a kill   {Requests(figures.MedianRequestsToKill)} (median)");
        console.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  took                 {report.DurationSeconds:0.0} s, {report.Parallelism} at once"
            )
        );
    }

    private static string Because(MutantResult mutant) =>
        mutant.MaySurviveBecause ?? "not listed, so the kit lacks a check for it";

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
