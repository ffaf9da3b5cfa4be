using Conformance.Cli.Output;
using Conformance.Reports.Secrecy;
using Spectre.Console;

namespace Conformance.Cli;

/// <summary>Where the program talks to people, and what it may ask of its surroundings.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Progress and problems.</param>
/// <param name="EnvironmentVariable">Reads an environment variable.</param>
/// <param name="NewRunId">Makes the short prefix of a run.</param>
/// <param name="NewSeed">Makes a seed for a run that wants another one each time.</param>
/// <param name="Time">Clock.</param>
public sealed record Terminal(
    IAnsiConsole Out,
    IAnsiConsole Error,
    Func<string, string?> EnvironmentVariable,
    Func<string> NewRunId,
    Func<long> NewSeed,
    TimeProvider Time
)
{
    /// <summary>The secrets that the program has read: neither console shows one.</summary>
    public Secrets Secrets { get; init; } = new();

    private const int PlainWidth = 120;
    private const int RunIdLength = 6;
    private const string RunIdCharacters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The real console, environment, chance and clock.</summary>
    public static Terminal OfProcess() =>
        new(
            Console(System.Console.Out, System.Console.IsOutputRedirected),
            Console(System.Console.Error, System.Console.IsErrorRedirected),
            Environment.GetEnvironmentVariable,
            () => System.Security.Cryptography.RandomNumberGenerator.GetString(RunIdCharacters, RunIdLength),
            () => System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue),
            TimeProvider.System
        );

    /// <summary>Lets nothing through to either console that holds a secret, or an order to a CI agent.</summary>
    internal void Guard()
    {
        foreach (var console in new[] { Out, Error })
            console.Profile.Out = new GuardedOutput(console.Profile.Out, Secrets);
    }

    /// <summary>A console over a writer; without escape codes where nobody watches or NO_COLOR asks for none.</summary>
    public static IAnsiConsole Console(TextWriter writer, bool isRedirected)
    {
        var isPlain = isRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
                Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        if (isRedirected)
            console.Profile.Width = PlainWidth;
        return console;
    }
}
