using System.CommandLine;
using Conformance.Cli.Contracts;
using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.Cli;

/// <summary>An earlier run as it would be asked for again.</summary>
internal static class RepeatedRun
{
    /// <summary>
    /// Reads the command that the report gives for repeating a requirement, so that a replay does what the printed
    /// command does: the same target, configuration, profile, level of strictness and seed.
    /// </summary>
    /// <param name="report">The earlier run.</param>
    /// <param name="file">Where it was read, for messages.</param>
    /// <param name="terminal">Surroundings; the environment is not asked, since the command says it all.</param>
    /// <exception cref="UsageException">The command is none of this program.</exception>
    public static RunRequest Of(RunReport report, string file, Terminal terminal)
    {
        var options = new RunArguments();
        var root = new RootCommand();
        options.AddTo(root);
        options.AddSelectionTo(root);
        var contracts = new ContractArguments();
        var command = contracts.Command(options);
        root.Subcommands.Add(command);
        // Only what has something to do may stand without one of its commands.
        root.SetAction(_ => ExitCode.Conformant);
        var text = ReplayCommand.For(report, "*");
        var parsed = root.Parse([.. ShellWords.Split(text).Skip(1)]);
        if (parsed.Errors.Count > 0)
            throw new UsageException(
                $"{file}: its command can't be repeated ({Shortened.OnALine(parsed.Errors[0].Message.TrimEnd('.'))}): {Shortened.OnALine(text, limit: 300)}; "
                    + "give --target, --config and --seed yourself with the id of a requirement"
            );
        var request = options.Read(parsed, terminal with { EnvironmentVariable = _ => null });
        return parsed.CommandResult.Command == command ? contracts.Read(parsed, request) : request;
    }
}
