using System.Globalization;
using Conformance.Engine.Configuration;

namespace Conformance.Cli.Tests;

/// <summary>What a call of the program came to.</summary>
internal sealed record Call(int ExitCode, string Out, string Error)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Calls the program inside the test, with a console, an environment and chance of its own.</summary>
internal static class Calls
{
    public const string RunId = "test01";
    public const long FreshSeed = 4711;
    private static readonly Dictionary<string, string> NoVariables = [];

    /// <summary>Time enough for each response, whatever else the machine does: no target of these tests hangs.</summary>
    public const string RequestTimeoutSeconds = "90";

    public static Task<Call> Run(params string[] args) => Run(NoVariables, args);

    /// <summary>The one line of a call that ends with 2.</summary>
    public static Task<string> Refusal(params string[] args) => Refusal(NoVariables, args);

    /// <summary>The same in this environment.</summary>
    public static async Task<string> Refusal(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var call = await Run(environment, args);
        Assert.True(call.ExitCode == 2, $"expected exit code 2, got {call.ExitCode}: {call.Out}{call.Error}");
        Assert.Empty(call.Out);
        var line = Assert.Single(call.ErrorLines);
        Assert.StartsWith("conformance: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
        return line;
    }

    public static async Task<Call> Run(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        using var console = new RecordedConsole(environment);
        var exitCode = await CommandLine.Run(args, console.Terminal, TestContext.Current.CancellationToken);
        return new Call(exitCode, console.Out, console.Error);
    }
}

/// <summary>A terminal that nobody watches.</summary>
internal sealed class RecordedConsole : IDisposable
{
    private readonly StringWriter _out = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture);

    public RecordedConsole(IReadOnlyDictionary<string, string> environment) =>
        Terminal = new Terminal(
            Terminal.Console(TextWriter.Synchronized(_out), isRedirected: true),
            Terminal.Console(TextWriter.Synchronized(_error), isRedirected: true),
            name =>
                environment.GetValueOrDefault(name)
                ?? (name == ConfigurationEnvironment.RequestTimeoutSeconds ? Calls.RequestTimeoutSeconds : null),
            () => Calls.RunId,
            () => Calls.FreshSeed,
            TimeProvider.System
        );

    public Terminal Terminal { get; }

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }
}
