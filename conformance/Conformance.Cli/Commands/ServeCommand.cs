using System.CommandLine;
using Conformance.Cli.Output;
using Conformance.Reference;

namespace Conformance.Cli.Commands;

/// <summary>Runs the reference target alone, as a local emulator.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 8080;

    /// <summary>The command <c>serve</c>.</summary>
    public static Command Create(Terminal terminal)
    {
        var port = new Option<int>("--port")
        {
            Description = "Port on 127.0.0.1; 0 takes a free one.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultPort,
        };
        var command = new Command("serve", "Runs the reference target alone, as a local emulator, until Ctrl-C.")
        {
            port,
        };
        command.SetAction((parsed, cancel) => Serve(parsed.GetValue(port), terminal, cancel));
        return command;
    }

    private static async Task<int> Serve(int port, Terminal terminal, CancellationToken cancel)
    {
        await using var server = await Start(port, cancel);
        terminal.Out.Line($"The reference target listens on {server.BaseAddress} until Ctrl-C.");
        var stopped = new TaskCompletionSource();
        await using var registration = cancel.Register(() => stopped.TrySetResult());
        await stopped.Task;
        return ExitCode.Conformant;
    }

    private static async Task<ReferenceServer> Start(int port, CancellationToken cancel)
    {
        try
        {
            return await ReferenceServer.StartAsync(new ReferenceOptions { Port = port }, cancel);
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            throw new UsageException(
                $"the reference target can't listen on port {port}: {e.Message.TrimEnd('.')}; choose another --port"
            );
        }
    }
}
