using System.CommandLine;
using Conformance.Apis;
using Conformance.Cli.Output;
using Conformance.Generators;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports.SelfTest;
using Conformance.Reports.Writing;
using Conformance.SelfTest;

namespace Conformance.Cli.SelfTest;

/// <summary>Tests the kit itself: it has to kill mutants and must not accuse variants.</summary>
internal static class SelfTestCommand
{
    /// <summary>The command <c>selftest</c>.</summary>
    public static Command Create(Terminal terminal) =>
        Named(
            "selftest",
            "Tests the kit itself: judges mutants, which it has to kill, and variants, which it must not accuse.",
            terminal
        );

    /// <summary>Its earlier name, with the earlier names of its files: kept for one release, and not shown.</summary>
    public static Command CreateAlias(Terminal terminal)
    {
        var alias = Named("prove", "The earlier name of selftest.", terminal);
        alias.Hidden = true;
        return alias;
    }

    private static Command Named(string name, string description, Terminal terminal)
    {
        var files = new SelfTestFiles(name);
        var arguments = new SelfTestArguments(files);
        var command = new Command(name, description);
        arguments.AddTo(command);
        command.SetAction(
            (parsed, cancel) =>
            {
                var request = arguments.Read(parsed);
                var figures = arguments.FiguresOf(parsed, request);
                var directory = arguments.OutOf(parsed);
                return Test(
                    request,
                    () => Begin(files, directory),
                    report => Write(report, files, directory, figures, terminal),
                    terminal,
                    cancel
                );
            }
        );
        return command;
    }

    private static async Task<int> Test(
        SelfTestRequest request,
        Action begin,
        Func<SelfTestReport, Task<bool>> write,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        if (!AllMutants.List.Any(request.Includes) && !AllVariants.List.Any(request.Includes))
            throw new UsageException("no implementation matches --only; selftest without it shows all names");
        begin();
        SelfTestReport report;
        using (var progress = new SelfTestProgress(terminal.Error, terminal.Time))
        {
            var run = new SelfTestRun(request, Catalog.Load(), new ValueSource(), terminal.Time, progress);
            report = await run.Run(AllMutants.List, AllVariants.List, cancel);
        }
        var isWritten = await write(report);
        return !SelfTestFigures.Of(report).IsPassed ? ExitCode.NotConformant
            : isWritten ? ExitCode.Conformant
            : ExitCode.Inconclusive;
    }

    /// <summary>An earlier self-test's files go first: should this one be killed, nobody takes them for its own.</summary>
    private static void Begin(SelfTestFiles files, string directory)
    {
        var problem =
            OutputDirectory.Problem(directory, files.Names)
            ?? OutputDirectory
                .Remove(directory, files.Names)
                .Select(file => $"{file.Name}: {file.Why}")
                .FirstOrDefault();
        if (problem is not null)
            throw new UsageException(
                $"nothing can be written to {directory} of --out: {problem}; make room there, or name another directory"
            );
    }

    /// <returns>Whether all files of the report were written.</returns>
    private static async Task<bool> Write(
        SelfTestReport report,
        SelfTestFiles files,
        string directory,
        string? figures,
        Terminal terminal
    )
    {
        SelfTestText.Write(terminal.Out, report);
        var unwritten = await files.WriteAll(report, directory, CancellationToken.None);
        Unwritten.Say(terminal, directory, files.Names, unwritten);
        if (unwritten.All(file => file.Name != files.Html))
            terminal.Out.Line($"report: {Path.Combine(directory, files.Html)}");
        var isUpdated =
            figures is null
            || await FiguresDocument.Update(figures, guide => SelfTestGuide.Updated(guide, report), terminal);
        return isUpdated && unwritten.IsEmpty;
    }
}
