using System.Globalization;
using Conformance.Engine.Planning;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports.SelfTest;
using Conformance.Reports.Text;

namespace Conformance.SelfTest;

/// <summary>The figures and lists in the guide to the self-test, which a self-test writes.</summary>
public static class SelfTestGuide
{
    /// <summary>Where the guide stands in a checkout.</summary>
    public const string File = "conformance/docs/self-test.md";

    /// <summary>Name of the block with the mutants that may survive.</summary>
    public const string SurvivorsBlock = "survivors";

    /// <summary>Name of the block with the requirements that no mutant fails.</summary>
    public const string UnfailableBlock = "unfailable";

    private const string All = "all";

    // A run that ends at its kill says nothing of what would have failed after it.
    private const string Untold = "–";

    /// <summary>The guide with the figures of this report in the block of its profile, and with the lists as they are.</summary>
    /// <exception cref="FormatException">The guide lacks a block.</exception>
    public static string Updated(string guide, SelfTestReport report)
    {
        guide = MarkedBlock.Replace(guide, report.Profile, Figures(report));
        guide = MarkedBlock.Replace(guide, SurvivorsBlock, SurvivorsTable());
        return MarkedBlock.Replace(guide, UnfailableBlock, UnfailableTable());
    }

    /// <summary>What a whole self-test came to, API by API.</summary>
    public static string Figures(SelfTestReport report)
    {
        var figures = SelfTestFigures.Of(report);
        var rows = report.Mutants.Select(m => m.Api).Distinct().Order(StringComparer.Ordinal).Append(All);
        var score = figures.MutationScore.ToString("0.0 %", CultureInfo.InvariantCulture);
        var parts = report.Parts.IsEmpty
            ? ""
            : $" {report.Parts.Length - figures.RedundantParts.Length} of {report.Parts.Length} rules and scenarios notice something alone.";
        return $"""
            `{report.Command}`: mutation score {score}.{parts}

            | API | mutants killed | for the right reason | variants accused | requirements that a mutant fails |
            | --- | ---: | ---: | ---: | ---: |
            {string.Join('\n', rows.Select(api => Row(report, api)))}
            """;
    }

    /// <summary>What there is of this API; of all where it is null: mutants, variants, requirements of level must or should.</summary>
    public static (int Mutants, int Variants, int Requirements) CountsOf(
        string? api,
        ImmutableArray<PlannedApi> catalog
    ) =>
        (
            AllMutants.List.Count(m => api is null || m.Api == api),
            AllVariants.List.Count(v => api is null || v.Api == api),
            catalog
                .SelectMany(planned => planned.Requirements)
                .Count(r => r.Requirement.Level != Schemas.Level.May && (api is null || r.Requirement.Api == api))
        );

    /// <summary>The mutants that may survive, with the profiles and the reason.</summary>
    public static string SurvivorsTable() =>
        Table(
            "| mutant | may survive | because |\n| --- | --- | --- |",
            Survivors.List.Select(s => $"| `{s.Mutant}` | {string.Join(", ", s.Profiles)} | {s.Because} |")
        );

    /// <summary>The requirements that no mutant fails, with the reason.</summary>
    public static string UnfailableTable() =>
        Table(
            "| requirement | because |\n| --- | --- |",
            Unfailable.List.Select(u => $"| `{u.Requirement}` | {u.Because} |")
        );

    private static string Row(SelfTestReport report, string api)
    {
        var mutants = report.Mutants.Where(m => api == All || m.Api == api).ToList();
        var variants = report.Variants.Where(v => api == All || v.Api == api).ToList();
        var requirements = report
            .Requirements.Where(r => api == All || r.Id.StartsWith($"{api}/", StringComparison.Ordinal))
            .ToList();
        var killed = mutants.Count(m => m.Fate != Fate.Survived);
        return $"| {api} | {killed} of {mutants.Count} | {mutants.Count(m => m.Fate == Fate.Killed)} of {killed} "
            + $"| {variants.Count(v => v.IsFalselyAccused)} of {variants.Count} "
            + $"| {(report.IsUntilKilled ? Untold : $"{requirements.Count(r => !r.FailedBy.IsEmpty)} of {requirements.Count}")} |";
    }

    private static string Table(string head, IEnumerable<string> rows) => $"{head}\n{string.Join('\n', rows)}";
}
