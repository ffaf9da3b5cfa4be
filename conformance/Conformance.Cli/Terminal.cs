using System.Text;
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
    /// <summary>Cancelled where somebody who waits for the end of a cancelled run asks again.</summary>
    public CancellationToken Hurry { get; init; }

    /// <summary>The secrets that the program has read: neither console shows one.</summary>
    public Secrets Secrets { get; init; } = new();

    /// <summary>Why something of <see cref="Out"/> was lost; null where all of it was written, or nobody reads it any more.</summary>
    public string? LostOutput
    {
        get
        {
            Out.Profile.Out.Writer.Flush();
            return
                (Out.Profile.Out.Writer is RedactingWriter { Inner: var inner } ? inner : Out.Profile.Out.Writer)
                    is GuardedWriter { Lost: var lost }
                ? lost
                : null;
        }
    }

    private const int PlainWidth = 120;
    private const int RunIdLength = 6;
    private const string RunIdCharacters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The real console, environment, chance and clock.</summary>
    public static Terminal OfProcess() =>
        new(
            Console(new StandardStream(System.Console.Out), System.Console.IsOutputRedirected),
            Console(new StandardStream(System.Console.Error), System.Console.IsErrorRedirected),
            Environment.GetEnvironmentVariable,
            () => System.Security.Cryptography.RandomNumberGenerator.GetString(RunIdCharacters, RunIdLength),
            () => System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue),
            TimeProvider.System
        );

    /// <summary>Lets nothing through to either console that holds a secret, or an order to a CI agent.</summary>
    internal void Guard()
    {
        foreach (var console in new[] { Out, Error })
            if (console.Profile.Out is not RedactingOutput)
                console.Profile.Out = new RedactingOutput(console.Profile.Out, Secrets);
    }

    /// <summary>A console over a writer; without escape codes where nobody watches or NO_COLOR asks for none.</summary>
    public static IAnsiConsole Console(TextWriter writer, bool isRedirected) =>
        Console(new AnsiConsoleOutput(writer), isRedirected);

    private static IAnsiConsole Console(IAnsiConsoleOutput output, bool isRedirected)
    {
        var isPlain = isRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
                Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
                Out = output,
            }
        );
        if (isRedirected)
            console.Profile.Width = PlainWidth;
        return console;
    }

    /// <summary>Spectre tells a terminal by its writer, so it gets to see the real one and writes to the guarded.</summary>
    private sealed class StandardStream(TextWriter stream) : IAnsiConsoleOutput
    {
        private readonly AnsiConsoleOutput _real = new(stream);

        public TextWriter Writer { get; } = new GuardedWriter(stream);

        public bool IsTerminal => _real.IsTerminal;

        public int Width => _real.Width;

        public int Height => _real.Height;

        public void SetEncoding(Encoding encoding) => _real.SetEncoding(encoding);
    }
}
