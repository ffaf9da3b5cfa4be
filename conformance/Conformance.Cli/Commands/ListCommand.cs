using System.CommandLine;
using Conformance.Suite.Planning;
using Spectre.Console;

namespace Conformance.Cli.Commands;

/// <summary>Lists requirements without sending anything.</summary>
internal static class ListCommand
{
    /// <summary>The command <c>list</c>.</summary>
    public static Command Create(Terminal terminal)
    {
        var only = new Option<string[]>("--only")
        {
            Description = "Only requirements with these ids; * stands for any characters, ? for one. Repeatable.",
            HelpName = "ID-GLOB",
        };
        var ids = new Option<bool>("--ids") { Description = "Print the ids alone, one on a line." };
        var command = new Command("list", "Lists every requirement with its level, its source and its sentence.")
        {
            only,
            ids,
        };
        command.SetAction(parsed =>
        {
            var selection = new Selection([], [], [.. parsed.GetValue(only) ?? []]);
            var requirements = Catalog
                .Load()
                .SelectMany(api => api.Requirements)
                .Select(r => r.Requirement)
                .Where(selection.Includes)
                .ToList();
            if (requirements.Count == 0)
                throw new UsageException("no requirement matches --only; list without it shows all ids");
            foreach (var requirement in requirements)
            {
                var writer = terminal.Out.Profile.Out.Writer;
                writer.WriteLine(requirement.Id);
                if (parsed.GetValue(ids))
                    continue;
                var readings = requirement.Readings.IsEmpty ? "" : $" · {string.Join(", ", requirement.Readings)}";
                var level = requirement.Level.ToString().ToLowerInvariant();
                writer.WriteLine($"    {level} · {string.Join(", ", requirement.Sources)}{readings}");
                writer.WriteLine($"    {requirement.Says}");
            }
            return ExitCode.Conformant;
        });
        return command;
    }
}
