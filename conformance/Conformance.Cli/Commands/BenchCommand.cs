using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Conformance.Cli.Benchmarks;
using Conformance.Cli.Output;
using Conformance.Reference;
using Conformance.Reports;
using Conformance.SelfTest;
using Conformance.Suite.Planning;
using Conformance.Suite.Running;
using Spectre.Console;

namespace Conformance.Cli.Commands;

/// <summary>Measures a standard run on the embedded target beside a bare HTTP loop against the same endpoint.</summary>
internal static class BenchCommand
{
    private const double BytesPerMegabyte = 1024 * 1024;

    /// <summary>The command <c>bench</c>.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "bench",
            "Measures a standard run on the embedded target beside a bare keep-alive HTTP loop against the same endpoint."
        );
        command.SetAction((_, cancel) => Bench(terminal, cancel));
        return command;
    }

    private static async Task<int> Bench(Terminal terminal, CancellationToken cancel)
    {
        var parallelism = Environment.ProcessorCount * 2;
        var start = Stopwatch.GetTimestamp();
        var catalog = Catalog.Load();
        await using var server = await ReferenceServer.StartAsync(new ReferenceOptions(), cancel);
        var ready = Stopwatch.GetElapsedTime(start);
        var first = await Prove(server, catalog, parallelism, terminal, cancel);
        var peakBytes = Process.GetCurrentProcess().PeakWorkingSet64;
        var again = await Prove(server, catalog, parallelism, terminal, cancel);
        var bare = await BareLoop.Measure(server.BaseAddress, first.Requests, parallelism, cancel);
        Write(terminal.Out, first, again, ready, bare, peakBytes);
        terminal.Out.Line(
            $"standard profile, {parallelism} at once, {Environment.ProcessorCount} processors, kit and target in one process"
        );
        return Conclusion.Of(first).ExitCode;
    }

    private static Task<RunReport> Prove(
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
        };
        return new Runner(options).Run(catalog, cancel);
    }

    private static void Write(
        IAnsiConsole console,
        RunReport first,
        RunReport again,
        TimeSpan ready,
        BareLoop.Result bare,
        long peakBytes
    )
    {
        var bareRate = bare.Requests / bare.Seconds;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("figure");
        foreach (var column in (string[])["first run", "again, warm", "bare loop"])
            table.AddColumn(new TableColumn(column).RightAligned());
        table.AddRow("requirements", Whole(first.Verdicts.Length), Whole(again.Verdicts.Length), "");
        table.AddRow("requests", Whole(first.Requests), Whole(again.Requests), Whole(bare.Requests));
        table.AddRow("loading and starting, s", Seconds(ready.TotalSeconds), "", "");
        table.AddRow(
            "wall time, s",
            Seconds(first.DurationSeconds),
            Seconds(again.DurationSeconds),
            Seconds(bare.Seconds)
        );
        table.AddRow("requests per second", Whole(RateOf(first)), Whole(RateOf(again)), Whole(bareRate));
        table.AddRow(
            "share of the bare loop, %",
            Whole(100 * RateOf(first) / bareRate),
            Whole(100 * RateOf(again) / bareRate),
            "100"
        );
        table.AddRow("peak memory of the process, MB", Whole(peakBytes / BytesPerMegabyte), "", "");
        console.Write(table);
    }

    private static double RateOf(RunReport report) => report.Requests / report.DurationSeconds;

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("0.00", CultureInfo.InvariantCulture);
}
