using System.CommandLine;
using Conformance.Cli.Output;
using Conformance.Generators;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports.SelfTest;
using Conformance.SelfTest;
using Conformance.Suite.Planning;

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
                return Test(
                    request,
                    report => Write(report, files, arguments.OutOf(parsed), figures, terminal),
                    terminal,
                    cancel
                );
            }
        );
        return command;
    }

    private static async Task<int> Test(
        SelfTestRequest request,
        Func<SelfTestReport, Task> write,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        SelfTestReport report;
        using (var progress = new SelfTestProgress(terminal.Error, terminal.Time))
        {
            var run = new SelfTestRun(request, Catalog.Load(), new ValueSource(), terminal.Time, progress);
            report = await run.Run(AllMutants.List, AllVariants.List, cancel);
        }
        if (report.Mutants.IsEmpty && report.Variants.IsEmpty)
            throw new UsageException("no implementation matches --only; selftest without it shows all names");
        await write(report);
        return SelfTestFigures.Of(report).IsPassed ? ExitCode.Conformant : ExitCode.NotConformant;
    }

    private static async Task Write(
        SelfTestReport report,
        SelfTestFiles files,
        string directory,
        string? figures,
        Terminal terminal
    )
    {
        await files.WriteAll(report, directory, CancellationToken.None);
        SelfTestText.Write(terminal.Out, report);
        terminal.Out.Line($"report: {Path.Combine(directory, files.Html)}");
        if (figures is null)
            return;
        var guide = await File.ReadAllTextAsync(figures);
        await File.WriteAllTextAsync(figures, SelfTestGuide.Updated(guide, report));
        terminal.Out.Line($"figures: {figures}");
    }
}
