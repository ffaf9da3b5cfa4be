using Conformance.Reports;

namespace Conformance.Cli.Tests.Processes;

/// <summary>Whenever a signal comes, the program ends with 3, and every file is of its own run and says so.</summary>
public sealed class SignalTests
{
    // One that a target passes which accepts everything: a failure would be a verdict, however early the run ended.
    private const string Some = "nova-act/CreateWorkflowDefinition/name/minLength/accepted";

    private static readonly string Script = Checkout.At("run-conformance.sh");

    [Fact]
    public async Task BeforeTheTargetIsKnown()
    {
        await using var broker = await HangingTarget.At("POST");
        using var scratch = OldReport.In();
        using var child = Child.Start([
            .. Child.Program,
            "contracts",
            "--api",
            "nova-act",
            "--broker",
            $"{broker.Address}",
            "--out",
            scratch.Path,
        ]);
        await broker.Hangs;
        child.Signal("TERM");
        var report = await AssertInterrupted(child, scratch);
        Assert.Equal("it was interrupted before anything was judged.", report.IncompleteBecause);
    }

    [Fact]
    public async Task BeforeAnythingIsJudged()
    {
        await using var target = await HangingTarget.At("PUT");
        using var scratch = OldReport.In();
        using var child = Child.Start([.. Child.Program, .. On(target, scratch)]);
        await target.Hangs;
        child.Signal("INT");
        var report = await AssertInterrupted(child, scratch);
        Assert.NotEmpty(report.Verdicts);
        Assert.All(report.Verdicts, v => Assert.Equal(SkipReason.Interrupted, v.Skip));
    }

    [Fact]
    public async Task WhileItCleansUpAndAgainToEndThat()
    {
        await using var target = await HangingTarget.At("DELETE");
        using var scratch = OldReport.In();
        using var child = Child.Start([.. Child.Program, .. On(target, scratch)]);
        await target.Hangs;
        child.Signal("INT");
        child.Signal("TERM");
        var report = await AssertInterrupted(child, scratch);
        Assert.DoesNotContain(report.Verdicts, v => v.Skip == SkipReason.Interrupted);
        Assert.Contains(report.Notes, note => note.Contains("may be left on the target", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task ThroughTheScript(string signal)
    {
        Assert.SkipUnless(ScriptTests.IsBuilt, "run-conformance.sh was not used yet; the test builds nothing itself");
        await using var target = await HangingTarget.At("PUT");
        using var scratch = OldReport.In();
        using var child = Child.Start([Script, .. On(target, scratch)]);
        await target.Hangs;
        child.Signal(signal);
        await AssertInterrupted(child, scratch);
    }

    [Fact]
    public async Task AKilledRunLeavesNothingThatLooksLikeAVerdictAndTheNextOneClearsUpAfterIt()
    {
        await using var target = await HangingTarget.At("PUT");
        using var scratch = OldReport.In();
        using (var child = Child.Start([.. Child.Program, .. On(target, scratch)]))
        {
            await target.Hangs;
            child.Signal("KILL");
            Assert.Equal(137, (await child.End()).ExitCode);
        }
        var report = await OldReport.AssertReplaced(scratch, exitCode: 3);
        Assert.Contains("it has not ended", report.IncompleteBecause, StringComparison.Ordinal);
        Assert.Contains("errors=\"1\"", await File.ReadAllTextAsync(scratch.At(ReportFiles.JUnit), Cancel));
        // As if it had been killed while it wrote.
        var partial = scratch.Write($".{ReportFiles.Results}.4711.partial", "{");
        File.SetLastWriteTimeUtc(partial, new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(0, (await Calls.Run("--only", Some, "--out", scratch.Path)).ExitCode);
        await OldReport.AssertReplaced(scratch, exitCode: 0);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string[] On(HangingTarget target, Scratch scratch) =>
        ["--target", $"{target.Address}", "--only", Some, "--out", scratch.Path];

    private static async Task<RunReport> AssertInterrupted(Child child, Scratch scratch)
    {
        var call = await child.End();
        Assert.True(call.ExitCode == 3, $"{call.ExitCode}: {call.Out}{call.Error}");
        Assert.Contains("conformance: interrupted", call.Error, StringComparison.Ordinal);
        Assert.Contains("INCONCLUSIVE", call.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", call.Out + call.Error, StringComparison.Ordinal);
        var report = await OldReport.AssertReplaced(scratch, exitCode: 3);
        Assert.StartsWith("it was interrupted", report.IncompleteBecause, StringComparison.Ordinal);
        return report;
    }
}
