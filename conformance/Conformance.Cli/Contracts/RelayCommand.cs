using System.CommandLine;
using Conformance.Cli.Output;
using Conformance.Contracts.Provider;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Reports.Text;

namespace Conformance.Cli.Contracts;

/// <summary>Lets any Pact verifier verify the contracts: brings provider states about, and adds credentials.</summary>
internal static class RelayCommand
{
    private const int DefaultPort = 8090;

    /// <summary>The command <c>relay</c>.</summary>
    public static Command Create(Terminal terminal)
    {
        var run = new RunArguments();
        var port = new Option<int>("--port")
        {
            Description = "Port on 127.0.0.1; 0 takes a free one.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultPort,
        };
        var api = new Argument<string>("api") { Description = "The API, such as nova-act." };
        var command = new Command(
            "relay",
            "Stands between a Pact verifier of your own and a target until Ctrl-C: brings provider states about, and adds credentials."
        )
        {
            api,
            port,
        };
        run.AddTargetTo(command);
        command.SetAction(
            (parsed, cancel) =>
                Relay(run.Read(parsed, terminal), parsed.GetValue(api)!, parsed.GetValue(port), terminal, cancel)
        );
        return command;
    }

    private static async Task<int> Relay(
        RunRequest request,
        string name,
        int port,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        var catalog = ContractCatalog.ToList(FurtherApis.FoldersOf(request.Schemas, request.ConfigurationFile));
        var given = RunComposition.ConfigurationOf(request, catalog, terminal);
        await using var embedded = await RunComposition.EmbeddedTarget(request, given, catalog, cancel);
        var options = RunComposition.Options(request, given, catalog, embedded, terminal);
        var planned = Chosen(catalog, name).With(options.Configuration.For(Chosen(catalog, name).Api.Name));
        await using var relay = await Open(planned, options, port, cancel);
        terminal.Out.Line($"The relay to {relay.Target} listens on {relay.Address} until Ctrl-C.");
        terminal.Out.Line($"Provider states are brought about at {relay.States}");
        var stopped = new TaskCompletionSource();
        await using var registration = cancel.Register(() => stopped.TrySetResult());
        await stopped.Task;
        var left = await relay.CleanUp(CancellationToken.None);
        if (!left.IsEmpty)
            terminal.Out.UntrustedLine($"could not be deleted: {string.Join(", ", left)}");
        return ExitCode.Conformant;
    }

    private static async Task<TargetRelay> Open(
        PlannedApi planned,
        RunOptions options,
        int port,
        CancellationToken cancel
    )
    {
        try
        {
            return await TargetRelay.Open(planned, options, port, cancel);
        }
        catch (TargetOutOfReachException e)
        {
            throw new UsageException(e.Message);
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            throw new UsageException(
                $"the relay can't listen on port {port}: {e.Message.TrimEnd('.')}; choose another --port"
            );
        }
    }

    private static PlannedApi Chosen(ImmutableArray<PlannedApi> catalog, string name) =>
        catalog.FirstOrDefault(c => c.Api.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException(
            $"unknown API '{Shortened.OnALine(name)}'; expected one of {string.Join(", ", catalog.Select(c => c.Api.Name))}"
        );
}
