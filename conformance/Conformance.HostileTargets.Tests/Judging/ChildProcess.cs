using System.Diagnostics;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reports;
using Conformance.Reports.Formats;
using Conformance.SelfTest;

namespace Conformance.HostileTargets.Tests.Judging;

/// <summary>Runs the program as users do against a hostile target, with every requirement of its API, and measures it.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(300);

    /// <summary>What a run took.</summary>
    /// <param name="Trial">Null where it was killed, or wrote no report.</param>
    /// <param name="ExitCode">The program's exit code; null where it was killed because it did not end.</param>
    /// <param name="Seconds">From its start to its end.</param>
    /// <param name="MemoryBytes">The most memory that the process had at once.</param>
    /// <param name="ReportBytes">All files that it wrote.</param>
    /// <param name="Output">What it printed.</param>
    public sealed record Measured(
        Trial? Trial,
        int? ExitCode,
        double Seconds,
        long MemoryBytes,
        long ReportBytes,
        string Output
    );

    /// <summary>Runs to the end, or to where it takes too long.</summary>
    /// <param name="target">Started for this run alone.</param>
    /// <param name="folder">Where the report's files go.</param>
    /// <param name="cancel">Kills the program.</param>
    public static async Task<Measured> Run(HostileTarget target, string folder, CancellationToken cancel)
    {
        await using var running = await RunningTarget.StartAsync(target, cancel);
        var reports = Path.Combine(folder, "reports");
        using var process = Process.Start(Command(target, running.BaseAddress, folder, reports))!;
        var (started, memory) = (Stopwatch.GetTimestamp(), new PeakMemory(process.Id));
        var output = Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancel),
            process.StandardError.ReadToEndAsync(cancel)
        );
        var hasEnded = await memory.WatchUntil(process.WaitForExitAsync(cancel), LongestRun);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (!hasEnded)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(cancel);
        return new Measured(
            await TrialIn(reports),
            hasEnded ? process.ExitCode : null,
            seconds,
            memory.Bytes,
            Directory.Exists(reports) ? ReportFolder.Size(reports) : 0,
            string.Concat(await output)
        );
    }

    private static ProcessStartInfo Command(HostileTarget target, Uri address, string folder, string reports)
    {
        var configuration = Path.Combine(folder, "conformance.yaml");
        File.WriteAllText(configuration, InProcess.ConfigurationOf(target));
        string[] args =
        [
            "--target",
            address.ToString(),
            "--config",
            configuration,
            "--api",
            target.Api,
            "--out",
            reports,
        ];
        var start = new ProcessStartInfo(Checkout.At("run-conformance.sh"), args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CONFORMANCE_NO_BUILD"] = "1";
        var variables = ReferenceConfiguration.Variables(_ => null);
        foreach (var name in (string[])[ReferenceConfiguration.CallbackKeyId, ReferenceConfiguration.CallbackSecret])
            start.Environment[name] = variables(name);
        return start;
    }

    private static async Task<Trial?> TrialIn(string folder)
    {
        var file = Path.Combine(folder, ReportFiles.Results);
        return File.Exists(file) ? new Trial(await ResultsJson.ReadFile(file, CancellationToken.None), folder) : null;
    }
}
