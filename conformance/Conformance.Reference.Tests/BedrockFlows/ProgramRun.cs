using System.ComponentModel;
using System.Diagnostics;

namespace Conformance.Reference.Tests.BedrockFlows;

/// <summary>What a program wrote.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="Complaint">Why it isn't there or didn't run to a good end; null when it did.</param>
internal sealed record ProgramRun(string Output, string? Complaint)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    /// <summary>Runs a program of the search path to its end, in this folder.</summary>
    public static async Task<ProgramRun> OfAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            return await ReadAsync(process, $"{program} {arguments[0]}");
        }
        catch (Win32Exception e)
        {
            return new("", $"{program}: {e.Message}");
        }
    }

    private static async Task<ProgramRun> ReadAsync(Process process, string call)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Emulator.Stop);
        stop.CancelAfter(Deadline);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(stop.Token);
            var errors = process.StandardError.ReadToEndAsync(stop.Token);
            await process.WaitForExitAsync(stop.Token);
            return process.ExitCode == 0
                ? new(await output, null)
                : new("", $"{call} ends with exit code {process.ExitCode}: {await errors}");
        }
        catch (OperationCanceledException) when (!Emulator.Stop.IsCancellationRequested)
        {
            return new("", $"{call} has not ended after {Deadline.TotalSeconds} seconds");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
