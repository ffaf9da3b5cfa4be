using Conformance.Reports;

namespace Conformance.Cli.Tests;

/// <summary>A fault of the kit is one line and never a stack trace, accuses nobody, and leaves what was found.</summary>
public sealed class KitFaultTests
{
    private const string One = "nova-act/CreateWorkflowRun/modelId/required/rejected";
    private const string Secret = "s3cr3t-of-the-target";

    [Fact]
    public async Task BeforeARunHasBegunItIsReportedAllTheSame()
    {
        using var scratch = OldReport.In();
        using var console = new RecordedConsole(new Dictionary<string, string>());
        var terminal = console.Terminal with { EnvironmentVariable = FailingAt("CONFORMANCE_PARALLEL") };
        var exitCode = await CommandLine.Run(["--only", One, "--out", scratch.Path], terminal, Cancel);
        var call = new Call(exitCode, console.Out, console.Error);
        await AssertReported(call, scratch);
    }

    [Fact]
    public async Task DuringARunItIsReportedWithoutSecrets()
    {
        using var scratch = OldReport.In();
        var file = scratch.Write(
            "c.yaml",
            "apis: { nova-act: { auth: { header: { name: X-Key, value: { env: API_KEY } } } } }"
        );
        using var console = new RecordedConsole(new Dictionary<string, string> { ["API_KEY"] = Secret });
        using var failing = new NoticingWriter("Testing", () => throw new FormatException($"of the kit: {Secret}"));
        var terminal = console.Terminal with { Error = Terminal.Console(failing, isRedirected: true) };
        string[] args = ["--target", "http://127.0.0.1:1/", "--config", file, "--only", One, "--out", scratch.Path];
        var exitCode = await CommandLine.Run(args, terminal, Cancel);
        var call = new Call(exitCode, console.Out, failing.ToString());
        File.Delete(file);
        await AssertReported(call, scratch);
        Assert.All(
            ReportFiles.Names.Add(ReportFiles.Faults),
            name => Assert.DoesNotContain(Secret, File.ReadAllText(scratch.At(name)), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Secret, call.Out + call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunWithoutOneLeavesNoneOfAnEarlierOne()
    {
        using var scratch = OldReport.In();
        Assert.Equal(0, (await Calls.Run("--only", One, "--out", scratch.Path)).ExitCode);
        await OldReport.AssertReplaced(scratch, exitCode: 0);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("1", 3)]
    public async Task AnotherCommandShowsWhereOnlyToWhoeverAsks(string asks, int fewestLines)
    {
        using var console = new RecordedConsole(new Dictionary<string, string> { [CommandLine.StackTrace] = asks });
        using var failing = new NoticingWriter("nova-act", () => throw new FormatException("of the kit"));
        var terminal = console.Terminal with { Out = Terminal.Console(failing, isRedirected: true) };
        Assert.Equal(3, await CommandLine.Run(["list"], terminal, Cancel));
        var lines = console.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("the kit failed, which says nothing about the target: FormatException: of the kit", lines[0]);
        Assert.Equal(fewestLines > 1, lines.Any(line => line.Contains("   at ", StringComparison.Ordinal)));
        Assert.True(lines.Length >= fewestLines, console.Error);
    }

    private static async Task AssertReported(Call call, Scratch scratch)
    {
        Assert.Equal(3, call.ExitCode);
        Assert.DoesNotContain("   at ", call.Out + call.Error, StringComparison.Ordinal);
        Assert.Contains("INCONCLUSIVE", call.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"report it with {scratch.At(ReportFiles.Faults)}",
            Assert.Single(call.ErrorLines, line => line.StartsWith("conformance: ", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        var report = await OldReport.AssertReplaced(scratch, exitCode: 3, ReportFiles.Faults);
        Assert.DoesNotContain(report.Verdicts, v => v.Outcome == Outcome.Failed);
        Assert.Contains("the kit failed", report.IncompleteBecause, StringComparison.Ordinal);
        var details = await File.ReadAllTextAsync(scratch.At(ReportFiles.Faults), Cancel);
        Assert.Contains("FormatException: of the kit", details, StringComparison.Ordinal);
        Assert.Contains("   at ", details, StringComparison.Ordinal);
        Assert.Contains(report.RunId, details, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Func<string, string?> FailingAt(string name) =>
        asked => asked == name ? throw new FormatException("of the kit") : null;
}
