using System.Text.Json;

namespace Conformance.Cli.Tests.SelfTest;

public sealed class SelfTestCommandTests
{
    [Theory]
    [InlineData("selftest")]
    [InlineData("prove")]
    public async Task ItSaysWhatWasKilledByWhatAndAfterHowMany(string command)
    {
        using var scratch = new Scratch();
        var call = await Calls.Run(
            command,
            "--only",
            "AcceptsTooLongName",
            "--until-killed",
            "--seeds",
            "3",
            "--out",
            scratch.Path
        );
        Assert.Equal(0, call.ExitCode);
        Assert.Matches(
            "killed +AcceptsTooLongName by nova-act/CreateWorkflowDefinition/name/maxLength/rejected after [0-9.]+ requests",
            call.Out
        );
        Assert.Contains("mutation score       1 of 1 mutants killed, 100.0 %", call.Out, StringComparison.Ordinal);
        Assert.Contains("seeds 1, 2, 3", call.Out, StringComparison.Ordinal);
        Assert.Contains(
            "Each run ended at its kill",
            await File.ReadAllTextAsync(scratch.At($"{command}.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        using var report = JsonDocument.Parse(
            await File.ReadAllTextAsync(scratch.At($"{command}.json"), TestContext.Current.CancellationToken)
        );
        Assert.Equal(3, report.RootElement.GetProperty("mutants")[0].GetProperty("trials").GetArrayLength());
    }

    [Fact]
    public async Task ASurvivorIsAFailure()
    {
        using var scratch = new Scratch();
        var call = await Calls.Run(
            "selftest",
            "--only",
            "AcceptsTooLongName",
            "--without",
            "*/name/maxLength/rejected",
            "--out",
            scratch.Path
        );
        Assert.Equal(1, call.ExitCode);
        Assert.Contains("survived: AcceptsTooLongName", call.Out, StringComparison.Ordinal);
        Assert.Contains("the kit lacks a check for it", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKillForAnotherReasonIsAFailureThatIsToldWithItsReason()
    {
        using var scratch = new Scratch();
        var call = await Calls.Run(
            "selftest",
            "--only",
            "BreaksWhereBothAreGiven",
            "--without",
            "*/modes/both",
            "--out",
            scratch.Path
        );
        Assert.Equal(1, call.ExitCode);
        Assert.Contains("of the others 1 are not listed", call.Out, StringComparison.Ordinal);
        Assert.Contains("not noticed by pennsieve/CreateWorkflowRun/modes/both", call.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--profile", "huge")]
    [InlineData("--seeds", "0")]
    [InlineData("--parallel", "0")]
    [InlineData("--only", "NoSuchImplementation")]
    [InlineData("--api", "no-such-api")]
    public async Task WhatCanNotBeDoneIsRefused(params string[] args)
    {
        var call = await Calls.Run(["selftest", .. args]);
        Assert.Equal(2, call.ExitCode);
        Assert.Single(call.ErrorLines);
    }

    [Fact]
    public async Task AnInterruptedOneIsInconclusiveAndLeavesNoEarlierReport()
    {
        using var scratch = new Scratch();
        scratch.Write("selftest.html", "of yesterday");
        scratch.Write("selftest.json", "of yesterday");
        using var console = new RecordedConsole(new Dictionary<string, string>());
        string[] args = ["selftest", "--only", "AcceptsTooLongName", "--out", scratch.Path];
        Assert.Equal(3, await CommandLine.Run(args, console.Terminal, new CancellationToken(canceled: true)));
        Assert.Contains("interrupted", console.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(scratch.Path));
    }

    [Fact]
    public async Task WhatIsRefusedLeavesAnEarlierReportAlone()
    {
        using var scratch = new Scratch();
        scratch.Write("selftest.json", "of yesterday");
        Assert.Equal(2, (await Calls.Run("selftest", "--only", "NoSuch", "--out", scratch.Path)).ExitCode);
        Assert.Single(Directory.GetFiles(scratch.Path));
    }

    [Fact]
    public async Task TheEarlierNameIsNotShown()
    {
        var call = await Calls.Run("--help");
        Assert.Contains("  selftest ", call.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("  prove", call.Out, StringComparison.Ordinal);
    }
}
