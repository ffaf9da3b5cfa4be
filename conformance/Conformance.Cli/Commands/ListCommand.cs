using System.CommandLine;
using Conformance.Cli.Contracts;
using Conformance.Cli.Output;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.Cli.Commands;

/// <summary>Lists requirements, or what they hang on, without sending anything.</summary>
internal static class ListCommand
{
    /// <summary>The command <c>list</c>.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new ListArguments();
        var command = new Command(
            "list",
            "Lists every requirement with its level, its source and its sentence; with --fixtures what has to exist on a target."
        );
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var folders = options.Schemas(parsed);
            var catalog = ContractCatalog.ToList(folders);
            var wanted = options.Read(parsed, catalog);
            wanted = wanted with
            {
                Selection = FurtherApis.Narrowed(wanted.Selection, catalog, new RunConfiguration(), folders),
            };
            if (options.Where(parsed) is { } id)
                WriteWhere(terminal, id, catalog);
            else if (wanted.IsFixtures)
                WriteFixtures(terminal, wanted, catalog);
            else
                WriteRequirements(terminal, wanted, catalog);
            return ExitCode.Conformant;
        });
        return command;
    }

    private static void WriteFixtures(
        Terminal terminal,
        ListArguments.Wanted wanted,
        ImmutableArray<PlannedApi> catalog
    )
    {
        var given = wanted.ConfigurationFile is { } file ? ConfigurationFile.Read(file, catalog) : null;
        foreach (var planned in catalog.Where(p => wanted.Selection.IncludesApi(p.Api.Name)))
            FixtureList.Write(terminal.Out, planned, given?.For(planned.Api.Name).Fixtures);
    }

    private static void WriteRequirements(
        Terminal terminal,
        ListArguments.Wanted wanted,
        ImmutableArray<PlannedApi> catalog
    )
    {
        var requirements = catalog
            .SelectMany(api => api.Requirements)
            .Select(r => r.Requirement)
            .Where(wanted.Selection.Includes)
            .ToList();
        if (requirements.Count == 0)
            throw new UsageException("no requirement matches --only; list without it shows all ids");
        foreach (var requirement in requirements)
        {
            terminal.Out.Line(requirement.Id);
            if (!wanted.IsIds)
                WriteDetails(terminal, requirement);
        }
    }

    private static void WriteWhere(Terminal terminal, string id, ImmutableArray<PlannedApi> catalog)
    {
        var planned = catalog.SelectMany(api => api.Requirements).FirstOrDefault(r => r.Requirement.Id == id);
        terminal.Out.Line(
            planned?.TestedIn
                ?? throw new UsageException(
                    $"no requirement has the id '{Shortened.OnALine(id)}'; list --ids shows all, with --schemas those of further APIs"
                )
        );
    }

    private static void WriteDetails(Terminal terminal, Requirement requirement)
    {
        var interpretations = requirement.Interpretations.IsEmpty
            ? ""
            : $" · {string.Join(", ", requirement.Interpretations)}";
        var level = requirement.Level.ToString().ToLowerInvariant();
        terminal.Out.Line($"    {level} · {string.Join(", ", requirement.Sources)}{interpretations}");
        terminal.Out.Line($"    {requirement.Says}");
    }
}
