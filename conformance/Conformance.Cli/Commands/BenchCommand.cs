using System.CommandLine;
using System.Diagnostics;
using Conformance.Apis;
using Conformance.Cli.Benchmarks;
using Conformance.Cli.Output;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Reference;
using Conformance.Reports;
using Conformance.Reports.Text;
using Conformance.SelfTest;
using Spectre.Console;

namespace Conformance.Cli.Commands;

/// <summary>Measures a standard run on the embedded target beside a bare HTTP loop against the same endpoint.</summary>
internal static class BenchCommand
{
    /// <summary>The command <c>bench</c>.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "bench",
            "Measures a standard run on the embedded target beside a bare keep-alive HTTP loop against the same endpoint."
        );
        var figures = new Option<string?>("--figures")
        {
            Description = "Also write the figures into this document, between its marks.",
            HelpName = "FILE",
        };
        command.Options.Add(figures);
        command.SetAction((parsed, cancel) => Bench(parsed.GetValue(figures), terminal, cancel));
        return command;
    }

    private static async Task<int> Bench(string? document, Terminal terminal, CancellationToken cancel)
    {
        if (document is not null)
            FiguresDocument.Checked(document, BenchFigures.Block);
        var parallelism = Environment.ProcessorCount * 2;
        var start = Stopwatch.GetTimestamp();
        var catalog = Catalog.Load();
        await using var server = await ReferenceServer.StartAsync(new ReferenceOptions(), cancel);
        var ready = Stopwatch.GetElapsedTime(start);
        var first = await Test(server, catalog, parallelism, terminal, cancel);
        var peakBytes = Process.GetCurrentProcess().PeakWorkingSet64;
        var again = await Test(server, catalog, parallelism, terminal, cancel);
        var bare = await BareLoop.Measure(server.BaseAddress, first.Requests, parallelism, cancel);
        var figures = new BenchFigures(first, again, ready, bare, peakBytes, terminal.Time.GetUtcNow());
        Write(terminal.Out, figures);
        terminal.Out.Line(figures.Conditions);
        var isKept =
            document is null
            || await FiguresDocument.Update(
                document,
                text => MarkedBlock.Replace(text, BenchFigures.Block, figures.Markdown),
                terminal
            );
        var exitCode = Conclusion.Of(first).ExitCode;
        return exitCode == ExitCode.Conformant && !isKept ? ExitCode.Inconclusive : exitCode;
    }

    private static Task<RunReport> Test(
        ReferenceServer server,
        ImmutableArray<PlannedApi> catalog,
        int parallelism,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        var options = new RunOptions
        {
            Target = server.BaseAddress,
            IsEmbedded = true,
            Configuration = ReferenceConfiguration.Read(catalog),
            RunId = terminal.NewRunId(),
            Parallelism = parallelism,
            EnvironmentVariable = ReferenceConfiguration.Variables(_ => null),
        };
        return new Runner(options).Run(catalog, cancel);
    }

    private static void Write(IAnsiConsole console, BenchFigures figures)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(BenchFigures.Columns[0]);
        foreach (var column in BenchFigures.Columns.Skip(1))
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var row in figures.Rows)
            table.AddRow([.. row]);
        console.Write(table);
    }
}
