using Conformance.Reports;

namespace Conformance.Cli.Tests.Processes;

/// <summary>Whatever becomes of the standard output or of the disk, the files and the exit code are right.</summary>
public sealed class StandardOutputTests
{
    private const string Some = "nova-act/CreateWorkflowDefinition/name/minLength/*";

    [Theory]
    [InlineData("\"$@\" 2>/dev/full | head -n 1; exit ${PIPESTATUS[0]}", 0)]
    [InlineData("\"$@\" >/dev/full", 3)]
    public async Task ARunWritesItsFilesWhateverBecomesOfItsOutput(string line, int exitCode)
    {
        using var scratch = OldReport.In();
        using var child = Child.StartBash(line, "--profile", "smoke", "--only", Some, "--out", scratch.Path);
        var call = await child.End();
        Assert.True(call.ExitCode == exitCode, $"{call.ExitCode}: {call.Out}{call.Error}");
        Assert.DoesNotContain("   at ", call.Error, StringComparison.Ordinal);
        await OldReport.AssertReplaced(scratch, exitCode: 0);
    }

    [Fact]
    public async Task AFileThatTheSystemRefusesInTheMiddleIsToldAndTheOthersAreWritten()
    {
        using var scratch = OldReport.In();
        // 64 KiB: enough for the page of a run that has not ended, not for that of a hundred requirements.
        string[] args = ["--api", "pennsieve", "--profile", "smoke", "--out", scratch.Path];
        using var child = Child.StartBash("ulimit -f 64; exec \"$@\"", args);
        var call = await child.End();
        Assert.True(call.ExitCode == 3, $"{call.ExitCode}: {call.Out}{call.Error}");
        Assert.Contains("CONFORMANT All", call.Out, StringComparison.Ordinal);
        Assert.Contains("not written", call.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains(
            "report.html (Specified file length was too large",
            call.ErrorLines[^1],
            StringComparison.Ordinal
        );
        Assert.Equal(
            ReportFiles.Names.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(scratch.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Contains(
            "has not ended",
            await File.ReadAllTextAsync(scratch.At(ReportFiles.Html), TestContext.Current.CancellationToken)
        );
    }
}
