using System.CommandLine;
using Conformance.Engine.Planning;
using Conformance.Reports.Text;

namespace Conformance.Cli;

/// <summary>The options of <c>list</c>, as the command line has them.</summary>
internal sealed class ListArguments
{
    private readonly Option<string[]> _only = new("--only")
    {
        Description = "Only requirements with these ids; * stands for any characters, ? for one. Repeatable.",
        HelpName = "ID-GLOB",
    };

    private readonly Option<string[]> _api = new("--api")
    {
        Description = "Only this API, such as nova-act; repeatable.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _schemas = new("--schemas")
    {
        Description =
            "Folder of a further API: its openapi.json and register.json, or folders that hold them. Repeatable.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _ids = new("--ids") { Description = "Print the ids alone, one on a line." };

    private readonly Option<string?> _where = new("--where")
    {
        Description = "Say in which source file of the kit the requirement with this id is tested.",
        HelpName = "ID",
    };

    private readonly Option<bool> _fixtures = new("--fixtures")
    {
        Description =
            "List what the configuration has to name because it exists on the target alone, and which requirements hang on it.",
    };

    private readonly Option<string?> _config = new("--config")
    {
        Description = "With --fixtures: the configuration file to hold against the list.",
        HelpName = "FILE",
    };

    /// <summary>What was asked for.</summary>
    public sealed record Wanted(Selection Selection, bool IsIds, bool IsFixtures, string? ConfigurationFile);

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_only, _api, _schemas, _ids, _where, _fixtures, _config])
            command.Options.Add(option);
    }

    /// <summary>The requirement whose place in the sources is asked for; null where none is.</summary>
    public string? Where(ParseResult parsed) => parsed.GetValue(_where);

    /// <summary>Folders of further APIs.</summary>
    public ImmutableArray<string> Schemas(ParseResult parsed) =>
        FurtherApis.FoldersOf(
            [.. parsed.GetValue(_schemas) ?? []],
            parsed.GetValue(_fixtures) ? parsed.GetValue(_config) : null
        );

    /// <summary>What was asked for.</summary>
    /// <exception cref="UsageException">The options don't go together, or a name is unknown.</exception>
    public Wanted Read(ParseResult parsed, ImmutableArray<PlannedApi> catalog)
    {
        var selection = new Selection([.. parsed.GetValue(_api) ?? []], [], [.. parsed.GetValue(_only) ?? []]);
        foreach (var api in selection.Apis)
            if (!catalog.Any(c => c.Api.Name.Equals(api, StringComparison.OrdinalIgnoreCase)))
                throw new UsageException(
                    $"unknown API '{Shortened.OnALine(api)}'; expected one of {string.Join(", ", catalog.Select(c => c.Api.Name))}"
                );
        var wanted = new Wanted(selection, parsed.GetValue(_ids), parsed.GetValue(_fixtures), parsed.GetValue(_config));
        if (wanted.IsFixtures && (wanted.IsIds || !selection.Ids.IsEmpty))
            throw new UsageException("--fixtures goes with --api and --config only; leave --ids and --only out");
        if (!wanted.IsFixtures && wanted.ConfigurationFile is not null)
            throw new UsageException("--config goes with --fixtures only; add it, or leave --config out");
        return wanted;
    }
}
