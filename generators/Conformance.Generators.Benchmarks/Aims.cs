using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Conformance.Generators.Patterns;

namespace Conformance.Generators.Benchmarks;

/// <summary>What the generators have to reach, on one core.</summary>
internal static class Aims
{
    private const double ValidPerSecond = 50_000;
    private const double NearMissesPerSecond = 20_000;
    private const double SetUpInSeconds = 1;

    /// <summary>A line for each aim that a measurement misses: expected, got.</summary>
    public static IEnumerable<string> MissedBy(IEnumerable<Summary> summaries) =>
        summaries.SelectMany(summary => summary.Reports).Select(Missed).OfType<string>().Concat(TooLarge());

    private static string? Missed(BenchmarkReport report)
    {
        if (report.ResultStatistics is not { } statistics)
            return $"{report.BenchmarkCase.DisplayInfo}: expected a measurement, got none; see the log above";
        var perSecond = 1e9 / statistics.Mean;
        return report.BenchmarkCase.Descriptor.WorkloadMethod.Name switch
        {
            nameof(ValuesPerSecond.Valid) => Below(report.BenchmarkCase, perSecond, ValidPerSecond),
            nameof(ValuesPerSecond.NearMiss) => Below(report.BenchmarkCase, perSecond, NearMissesPerSecond),
            // The slowest is the first: the one that a run waits for.
            _ => statistics.Max > SetUpInSeconds * 1e9
                ? $"set-up: expected at most {SetUpInSeconds} s, got {statistics.Max / 1e9:F2} s"
                : null,
        };
    }

    private static string? Below(BenchmarkCase benchmark, double perSecond, double aim) =>
        perSecond < aim
            ? $"{benchmark.DisplayInfo}: expected at least {aim:F0} values a second, got {perSecond:F0}"
            : null;

    private static IEnumerable<string> TooLarge() =>
        Subject
            .All.Where(subject => subject.States > StateTable.MostStates)
            .Select(subject => $"{subject}: expected at most {StateTable.MostStates} states, got {subject.States}");
}
