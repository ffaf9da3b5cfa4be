using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests;

/// <summary>A report that can't be written costs a run neither its verdict nor its other files.</summary>
public sealed class UnwrittenReportTests
{
    private const string One = "nova-act/CreateWorkflowRun/modelId/maxLength/rejected";

    [Theory]
    [InlineData("a-file", "a-file is a file")]
    [InlineData("a-file/below/it", "a-file is a file")]
    [InlineData("taken", "report.html is a directory there")]
    public async Task WhatCanNotBeWrittenToIsRefusedBeforeTheTargetHearsOfIt(string output, string why)
    {
        var asked = 0;
        await using var target = await BareTarget.Start(_ => Task.FromResult(Interlocked.Increment(ref asked)));
        using var scratch = new Scratch();
        scratch.Write("a-file", "");
        Directory.CreateDirectory(scratch.At("taken/report.html"));
        var call = await Calls.Run("--target", $"{target.Address}", "--only", One, "--out", scratch.At(output));
        Assert.Equal(2, call.ExitCode);
        Assert.Contains(why, Assert.Single(call.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, asked);
    }

    [Theory]
    [InlineData("--only", "no/such/requirement")]
    [InlineData("--config", "no-such-file.yaml")]
    [InlineData("--seed", "first")]
    public async Task WhatIsRefusedLeavesAnEarlierReportAlone(params string[] wrong)
    {
        using var scratch = OldReport.In();
        Assert.Equal(2, (await Calls.Run([.. wrong, "--out", scratch.Path])).ExitCode);
        OldReport.AssertUntouched(scratch);
    }

    [Fact]
    public async Task WhileARunGoesOnItsFilesSayThatItHasNotEnded()
    {
        using var scratch = OldReport.In();
        Task<RunReport>? meanwhile = null;
        var call = await Run(scratch, () => meanwhile ??= OldReport.AssertReplaced(scratch, exitCode: 3));
        Assert.Equal(0, call.ExitCode);
        Assert.Contains("it has not ended", (await meanwhile!).IncompleteBecause, StringComparison.Ordinal);
        await OldReport.AssertReplaced(scratch, exitCode: 0);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    public async Task AFileThatCanNoLongerBeWrittenIsToldAndTheOthersAreThere(bool isWrong, int exitCode)
    {
        using var scratch = OldReport.In();
        var call = await Run(
            scratch,
            () =>
            {
                File.Delete(scratch.At(ReportFiles.Html));
                Directory.CreateDirectory(scratch.At(ReportFiles.Html));
            },
            isWrong
        );
        Assert.Equal(exitCode, call.ExitCode);
        Assert.Contains(isWrong ? "\nNOT CONFORMANT " : "\nCONFORMANT ", call.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("report:", call.Out, StringComparison.Ordinal);
        var line = Assert.Single(call.ErrorLines, l => l.Contains("not written", StringComparison.Ordinal));
        Assert.Contains(
            $"{scratch.Path}: report.html (Is a directory); written: results.json, junit.xml, summary.md",
            line,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("has not ended", await File.ReadAllTextAsync(scratch.Results, Cancel));
        var kept = await ResultsJson.ReadFile(scratch.Results, Cancel);
        Assert.Equal(exitCode, Conclusion.Of(kept).ExitCode);
        Assert.NotEmpty(kept.Verdicts);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    public async Task WithoutItsDirectoryTheVerdictIsOnTheConsoleAndItIsSaidThatNothingIsKept(
        bool isWrong,
        int exitCode
    )
    {
        using var scratch = new Scratch();
        var output = scratch.At("out");
        var call = await Run(
            scratch,
            () =>
            {
                Directory.Delete(output, recursive: true);
                File.WriteAllText(output, "");
            },
            isWrong,
            output
        );
        Assert.Equal(exitCode, call.ExitCode);
        Assert.Contains(isWrong ? "\nNOT CONFORMANT " : "\nCONFORMANT ", call.Out, StringComparison.Ordinal);
        var line = Assert.Single(call.ErrorLines, l => l.Contains("not written", StringComparison.Ordinal));
        Assert.Contains("nothing is kept", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corpus")]
    [InlineData("selftest")]
    public async Task TheOtherCommandsFindOutBeforehandToo(string command)
    {
        using var scratch = new Scratch();
        var file = scratch.Write("a-file", "");
        var call = await Calls.Run(command, "--out", Path.Combine(file, "out"));
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("a-file is a file", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bench")]
    [InlineData("selftest")]
    public async Task SoDoThoseThatWriteFiguresIntoADocument(string command)
    {
        using var scratch = new Scratch();
        var file = scratch.Write("guide.md", "without marks");
        var call = await Calls.Run(command, "--figures", file);
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("<!-- begin ", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A run on the embedded or on a wrong target, with something done once it has begun.</summary>
    private static async Task<Call> Run(Scratch scratch, Action begun, bool isWrong = false, string? output = null)
    {
        await using var target = isWrong ? await WrongTarget.AcceptsTooLongModelId() : null;
        using var console = new RecordedConsole(new Dictionary<string, string>());
        using var noticing = new NoticingWriter("Testing", begun);
        var terminal = console.Terminal with { Error = Terminal.Console(noticing, isRedirected: true) };
        string[] args = ["--only", One, "--out", output ?? scratch.Path];
        var exitCode = await CommandLine.Run(
            target is null ? args : ["--target", $"{target.BaseAddress}", .. args],
            terminal,
            Cancel
        );
        return new Call(exitCode, console.Out, noticing.ToString());
    }
}
