using System.Globalization;
using BenchmarkDotNet.Reports;

namespace Conformance.Generators.Benchmarks;

/// <summary>What was measured, for the document that keeps the last measurement.</summary>
internal static class Figures
{
    /// <summary>Name of the block in the document.</summary>
    public const string Block = "generators";

    /// <summary>A table of all patterns, and how long the set-up took.</summary>
    public static string Of(IReadOnlyCollection<Summary> summaries, TimeProvider time)
    {
        var reports = summaries.SelectMany(summary => summary.Reports).ToList();
        var machine = summaries.First().HostEnvironmentInfo;
        var setUp = reports.FirstOrDefault(r => r.BenchmarkCase.Descriptor.Type == typeof(SetUp))?.ResultStatistics;
        return $"""
            {string.Join("; ", machine.ToFormattedString())}; on {Day(time)}.

            | pattern of | states | valid a second | near misses a second |
            | --- | ---: | ---: | ---: |
            {string.Join('\n', Subject.All.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => Row(s, reports)))}

            Set-up of all patterns together: {Seconds(
                setUp?.Max
            )} the first time, code that is still to be compiled included, and {Seconds(setUp?.Min)} at best after that.
            """;
    }

    private static string Row(Subject subject, IEnumerable<BenchmarkReport> reports)
    {
        var measured = reports
            .Where(r => r.BenchmarkCase.Parameters["Of"] is Subject of && of.Name == subject.Name)
            .ToList();
        return $"| `{subject.Name}` | {subject.States} | {Rate(measured, nameof(ValuesPerSecond.Valid))} | {Rate(measured, nameof(ValuesPerSecond.NearMiss))} |";
    }

    private static string Rate(IEnumerable<BenchmarkReport> reports, string method) =>
        reports.FirstOrDefault(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name == method)?.ResultStatistics
            is { } found
            ? (1e9 / found.Mean).ToString("#,0", CultureInfo.InvariantCulture)
            : "–";

    private static string Seconds(double? nanoseconds) =>
        nanoseconds is { } count ? $"{(count / 1e9).ToString("0.00", CultureInfo.InvariantCulture)} s" : "–";

    private static string Day(TimeProvider time) =>
        time.GetUtcNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
