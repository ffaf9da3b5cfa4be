using System.CommandLine;
using Conformance.Cli.Contracts;
using Conformance.Cli.Output;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Planning.Promotion;
using Conformance.Reports;
using Conformance.Reports.Corpus;
using Conformance.Reports.Formats;
using Conformance.Reports.Writing;

namespace Conformance.Cli.Commands;

/// <summary>Promotes failing cases that chance has found: every later run tries them first.</summary>
internal static class CorpusAddCommand
{
    private const string UsualResults = "reports/out/" + ReportFiles.Results;

    /// <summary>The command <c>corpus add</c>.</summary>
    public static Command Create(Terminal terminal)
    {
        var what = new Argument<string[]>("results-or-id")
        {
            Description =
                "The results.json of runs that failed, and ids of requirements (* and ? as in --only) to take no others from "
                + $"them. Without a file: {UsualResults}.",
            Arity = ArgumentArity.OneOrMore,
        };
        var to = new Option<string?>("--to")
        {
            Description =
                $"File to add to. Default: the configuration's corpus, then {PromotedFile.UsualName} beside it.",
            HelpName = "FILE",
        };
        var config = new Option<string?>("--config")
        {
            Description = "Configuration file. Default: the one of the run that failed.",
            HelpName = "FILE",
        };
        var command = new Command("add", "Promotes failing values, so that every later run tries them first.")
        {
            what,
            to,
            config,
        };
        command.SetAction(
            (parsed, cancel) =>
                Add(parsed.GetValue(what)!, parsed.GetValue(to), parsed.GetValue(config), terminal, cancel)
        );
        return command;
    }

    private static async Task<int> Add(
        string[] what,
        string? to,
        string? configurationFile,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        var failures = await Failures.Read(what, UsualResults, cancel);
        var catalog = ContractCatalog.ToList(
            FurtherApis.FoldersOf(
                failures.SchemaFolders,
                configurationFile ?? failures.ConfigurationFiles.FirstOrDefault(File.Exists)
            )
        );
        var file = to ?? FileOf(configurationFile, failures, catalog);
        var (cases, left) = Promotable(failures, catalog);
        foreach (var (id, why) in left)
            terminal.Out.UntrustedLine($"left: {id}: {why}");
        if (cases.IsEmpty)
            throw new UsageException("none of these failures can be promoted; each run tries what they show anyway");
        var before = File.Exists(file) ? PromotedCases.ReadFile(file) : [];
        var added = cases.RemoveAll(c => before.Any(b => b.IsSameAs(c)));
        await WholeFile.Write(file, PromotedCases.Write([.. before, .. added]), cancel);
        foreach (var @case in added)
            terminal.Out.UntrustedLine($"added: {@case.Requirement}: {@case.Says}");
        terminal.Out.Line($"{added.Length} added, {cases.Length - added.Length} there already");
        terminal.Out.UntrustedLine($"promoted cases: {file}");
        return ExitCode.Conformant;
    }

    /// <summary>The cases that a later run would take, and why it would not take the others.</summary>
    private static (ImmutableArray<PromotedCase> Cases, List<(string Id, string Why)> Left) Promotable(
        Failures failures,
        ImmutableArray<PlannedApi> catalog
    )
    {
        var requirements = catalog.SelectMany(p => p.Requirements).ToDictionary(r => r.Requirement.Id);
        var cases = ImmutableArray.CreateBuilder<PromotedCase>();
        var left = new List<(string, string)>();
        var values = new Generators.ValueSource();
        foreach (var (report, verdict) in failures.Verdicts)
        {
            var @case = PromotedCase.Of(report, verdict);
            var planned = requirements.GetValueOrDefault(verdict.Requirement.Id);
            var problem = @case is null
                ? "its case is no value, and every run tries it"
                : PromotionCheck.Problem(values, planned, @case, report.RunId);
            if (problem is not null)
                left.Add((verdict.Requirement.Id, problem));
            else if (!cases.Any(c => c.IsSameAs(@case!)))
                cases.Add(@case!);
        }
        return (cases.ToImmutable(), left);
    }

    private static string FileOf(string? configurationFile, Failures failures, ImmutableArray<PlannedApi> catalog)
    {
        var configurations = configurationFile is not null
            ? [configurationFile]
            : failures.ConfigurationFiles.Distinct().ToArray();
        if (configurations.Length > 1)
            throw new UsageException("these runs had different configurations; say where to add with --to or --config");
        var read = configurations is [{ } file] ? ConfigurationFile.Read(file, catalog) : new RunConfiguration();
        return PromotedFile.PathOf(read, PromotedFile.DirectoryOf(configurations.FirstOrDefault()));
    }
}
