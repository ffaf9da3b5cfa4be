using System.CommandLine;
using Conformance.Cli.Commands;

namespace Conformance.Cli.Contracts;

/// <summary>Verifies contracts alone; exit codes and files are those of a run.</summary>
internal static class ContractsCommand
{
    /// <summary>The command <c>contracts</c>.</summary>
    public static Command Create(Terminal terminal)
    {
        var (run, contracts) = (new RunArguments(), new ContractArguments());
        var command = contracts.Command(run);
        command.SetAction(
            (parsed, cancel) => RunCommand.Run(contracts.Read(parsed, run.Read(parsed, terminal)), terminal, cancel)
        );
        return command;
    }
}
