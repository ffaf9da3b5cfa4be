using System.CommandLine;
using System.CommandLine.Parsing;
using Conformance.Cli.Commands;
using Conformance.Cli.Contracts;
using Conformance.Cli.Output;
using Conformance.Cli.SelfTest;
using Conformance.Contracts.Broker;
using Conformance.Engine.Configuration;
using Conformance.Reports.Formats;
using Conformance.Reports.Text;
using Conformance.Reports.Writing;
using Conformance.Schemas;

namespace Conformance.Cli;

/// <summary>The program: what its arguments mean, put together in one place.</summary>
public static class CommandLine
{
    /// <summary>Environment variable that has a fault of the kit shown with its stack trace.</summary>
    internal const string StackTrace = "CONFORMANCE_STACKTRACE";

    private const int LongestFault = 500;
    private const int LongestProblem = 300;

    // Lists of what would be expected can be long; no message is a page.
    private const int LongestMessage = 8_000;

    /// <summary>Runs the program.</summary>
    /// <param name="args">Its arguments.</param>
    /// <param name="terminal">Where it talks, and what it may ask of its surroundings.</param>
    /// <param name="cancel">Does what Ctrl-C does: the run cleans up, reports and ends.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel = default)
    {
        terminal.Guard();
        var parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
            return Refuse(terminal, $"{Problem(parsed)}; see {HelpOf(parsed)}");
        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = terminal.Out.Profile.Out.Writer,
            Error = terminal.Error.Profile.Out.Writer,
            // Signals are the process's own business: the library would listen too late, and exit with their codes.
            ProcessTerminationTimeout = null,
        };
        try
        {
            var exitCode = await parsed.InvokeAsync(invocation, cancel);
            return exitCode == ExitCode.Conformant && terminal.LostOutput is { } why
                ? GiveUp(terminal, $"the standard output could not be written: {why}")
                : exitCode;
        }
        catch (Exception e) when (e is UsageException or ResultsFileException or CorpusFileException)
        {
            return Refuse(terminal, e.Message);
        }
        catch (ConfigurationException e)
        {
            return Refuse(terminal, $"{e.Message.TrimEnd('.')}; see conformance/docs/configuration.md");
        }
        catch (SchemaException e)
        {
            return Refuse(terminal, $"{e.Message.TrimEnd('.')}; see schemas/README.md");
        }
        catch (Exception e) when (e is BrokerException or UnwrittenFileException)
        {
            terminal.Error.UntrustedLine($"conformance: {Shortened.To(LongestMessage, e.Message)}");
            return ExitCode.Inconclusive;
        }
        catch (OperationCanceledException)
        {
            return GiveUp(terminal, "it was interrupted; nothing was written");
        }
        // A fault of the kit is never one of the target: whatever went wrong, nothing is decided.
        catch (Exception e)
        {
            return GiveUp(terminal, e);
        }
    }

    /// <summary>Says in one line that the kit failed.</summary>
    /// <returns>The exit code.</returns>
    internal static int GiveUp(Terminal terminal, Exception fault)
    {
        var isShown = terminal.EnvironmentVariable(StackTrace) is { Length: > 0 };
        var message = Shortened.To(LongestFault, $"{fault.GetType().Name}: {fault.Message}");
        var advice = isShown ? "please report it" : $"please report it with what {StackTrace}=1 adds to this";
        GiveUp(terminal, $"the kit failed, which says nothing about the target: {message.TrimEnd('.')}; {advice}");
        if (isShown)
            foreach (var line in fault.ToString().Split('\n'))
                terminal.Error.UntrustedLine(line);
        return ExitCode.Inconclusive;
    }

    /// <summary>The commands and options that there are.</summary>
    internal static RootCommand Root(Terminal terminal)
    {
        var options = new RunArguments();
        var root = new RootCommand(
            """
            Says whether an implementation of the documented APIs conforms, and writes a report.
            Without a target it tests itself on the embedded reference target.

            Exit codes:
              0  conformant
              1  not conformant: a mandatory requirement failed
              2  wrong usage or configuration; nothing was tested
              3  inconclusive: out of reach, interrupted, the kit failed, too little tested, or not all of it written

            Examples:
              ./run-conformance.sh
              ./run-conformance.sh --target http://127.0.0.1:8080 --config conformance.yaml
              ./run-conformance.sh --only 'nova-act/CreateWorkflowRun/modelId/*' --seed 42
            """
        );
        options.AddTo(root);
        options.AddSelectionTo(root);
        root.SetAction((parsed, cancel) => RunCommand.Run(options.Read(parsed, terminal), terminal, cancel));
        root.Subcommands.Add(ContractsCommand.Create(terminal));
        root.Subcommands.Add(RelayCommand.Create(terminal));
        root.Subcommands.Add(VerifierCommand.Create());
        root.Subcommands.Add(ListCommand.Create(terminal));
        root.Subcommands.Add(ServeCommand.Create(terminal));
        root.Subcommands.Add(ReplayFileCommand.Create(terminal));
        root.Subcommands.Add(CorpusCommand.Create(terminal));
        root.Subcommands.Add(BenchCommand.Create(terminal));
        root.Subcommands.Add(SelfTestCommand.Create(terminal));
        root.Subcommands.Add(SelfTestCommand.CreateAlias(terminal));
        return root;
    }

    // It quotes the argument, however long.
    private static string Problem(ParseResult parsed) =>
        Shortened.OnALine(parsed.Errors[0].Message.TrimEnd('.'), LongestProblem);

    private static string HelpOf(ParseResult parsed)
    {
        var names = new List<string> { "--help" };
        for (var result = parsed.CommandResult; result.Parent is CommandResult parent; result = parent)
            names.Insert(0, result.Command.Name);
        return $"./run-conformance.sh {string.Join(' ', names)}";
    }

    private static int Refuse(Terminal terminal, string problem)
    {
        terminal.Error.UntrustedLine($"conformance: {Shortened.To(LongestMessage, problem.TrimEnd('.'))}");
        return ExitCode.Usage;
    }

    private static int GiveUp(Terminal terminal, string problem)
    {
        terminal.Error.UntrustedLine($"conformance: {problem.TrimEnd('.')}");
        return ExitCode.Inconclusive;
    }
}
