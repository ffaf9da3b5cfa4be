using System.CommandLine;
using Conformance.Cli.Output;
using Conformance.Generators;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports;
using Conformance.Reports.Matrix;
using Conformance.Suite.Planning;

namespace Conformance.Cli.Prove;

/// <summary>Shows that the kit works: it kills wrong implementations and leaves right ones alone.</summary>
internal static class ProveCommand
{
    /// <summary>The command <c>prove</c>.</summary>
    public static Command Create(Terminal terminal)
    {
        var arguments = new ProveArguments();
        var command = new Command(
            "prove",
            "Proves the kit itself: judges wrong implementations, which it has to see through, and right ones, which it must not accuse."
        );
        arguments.AddTo(command);
        command.SetAction((parsed, cancel) => Prove(arguments.Read(parsed), terminal, cancel));
        return command;
    }

    private static async Task<int> Prove(ProveRequest request, Terminal terminal, CancellationToken cancel)
    {
        using var progress = new MatrixProgress(terminal.Error, terminal.Time);
        var run = new MatrixRun(request, Catalog.Load(), new ValueSource(), terminal.Time, progress);
        var matrix = await run.Run(AllMutants.List, AllVariants.List, cancel);
        if (matrix.Defects.IsEmpty && matrix.Variants.IsEmpty)
            throw new UsageException("no implementation matches --only; prove without it shows all names");
        await MatrixFiles.WriteAll(matrix, request.Out, CancellationToken.None);
        MatrixText.Write(terminal.Out, matrix);
        terminal.Out.Line($"matrix: {Path.Combine(request.Out, MatrixFiles.Html)}");
        return KillFigures.Of(matrix).IsProved ? ExitCode.Conformant : ExitCode.NotConformant;
    }
}
