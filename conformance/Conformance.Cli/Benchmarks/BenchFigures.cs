using System.Globalization;
using Conformance.Reports;

namespace Conformance.Cli.Benchmarks;

/// <summary>What a measurement came to, as rows of a table.</summary>
/// <param name="First">The first run of the process.</param>
/// <param name="Again">The same run once more.</param>
/// <param name="Ready">Time to load the kit and to start the target.</param>
/// <param name="Bare">A bare HTTP loop with as many requests.</param>
/// <param name="PeakBytes">Largest memory of the process after the first run.</param>
/// <param name="At">When it was measured.</param>
internal sealed record BenchFigures(
    RunReport First,
    RunReport Again,
    TimeSpan Ready,
    BareLoop.Result Bare,
    long PeakBytes,
    DateTimeOffset At
)
{
    /// <summary>Name of the block in a document that holds them.</summary>
    public const string Block = "run";

    public static readonly ImmutableArray<string> Columns = ["figure", "first run", "again, warm", "bare loop"];

    private const double BytesPerMegabyte = 1024 * 1024;

    /// <summary>A cell for each column.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows =>
        [
            ["requirements", Whole(First.Verdicts.Length), Whole(Again.Verdicts.Length), ""],
            ["requests", Whole(First.Requests), Whole(Again.Requests), Whole(Bare.Requests)],
            ["loading and starting, s", Seconds(Ready.TotalSeconds), "", ""],
            ["wall time, s", Seconds(First.DurationSeconds), Seconds(Again.DurationSeconds), Seconds(Bare.Seconds)],
            ["requests per second", Whole(RateOf(First)), Whole(RateOf(Again)), Whole(BareRate)],
            [
                "share of the bare loop, %",
                Whole(100 * RateOf(First) / BareRate),
                Whole(100 * RateOf(Again) / BareRate),
                "100",
            ],
            ["peak memory of the process, MB", Whole(PeakBytes / BytesPerMegabyte), "", ""],
        ];

    /// <summary>What was measured, and on what.</summary>
    public string Conditions =>
        $"standard profile, {First.Parallelism} at once, {Environment.ProcessorCount} processors, kit and target in one process";

    /// <summary>The table for a document.</summary>
    public string Markdown =>
        $"""
            `./run-conformance.sh bench` on {At.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: {Conditions}.

            | {string.Join(" | ", Columns)} |
            | --- | ---: | ---: | ---: |
            {string.Join('\n', Rows.Select(row => $"| {string.Join(" | ", row)} |"))}
            """;

    private double BareRate => Bare.Requests / Bare.Seconds;

    private static double RateOf(RunReport report) => report.Requests / report.DurationSeconds;

    private static string Whole(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("0.00", CultureInfo.InvariantCulture);
}
