using System.CommandLine;
using Conformance.Contracts.Provider;

namespace Conformance.Cli.Contracts;

/// <summary>
/// What <see cref="VerifierStart"/> starts: Pact's verifier writes to the standard output, and a crash of native code has
/// to end nothing but this process.
/// </summary>
internal static class VerifierCommand
{
    /// <summary>The command's name; it is not for people.</summary>
    public const string Name = "verify-for-the-kit";

    public static Command Create()
    {
        var handle = new Argument<string>("handle");
        var command = new Command(Name, "Verifies what another process of the kit asks for.") { handle };
        command.Hidden = true;
        command.SetAction(
            async (parsed, _) =>
            {
                // Ctrl-C reaches all processes of a terminal: this one ends when the kit closes its input, not before, or
                // the kit would take it for lost.
                await VerifierProcess.ServeFrom(parsed.GetValue(handle)!, Console.In, CancellationToken.None);
                return ExitCode.Conformant;
            }
        );
        return command;
    }
}
