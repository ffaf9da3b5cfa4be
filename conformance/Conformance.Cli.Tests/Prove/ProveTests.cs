using System.Text.Json;

namespace Conformance.Cli.Tests.Prove;

public sealed class ProveTests
{
    [Fact]
    public async Task TheMatrixSaysWhatWasKilledByWhatAndAfterHowMany()
    {
        using var scratch = new Scratch();
        var call = await Calls.Run(
            "prove",
            "--only",
            "AcceptsTooLongName",
            "--only",
            "CountsBytes",
            "--out",
            scratch.Path
        );
        Assert.Equal(0, call.ExitCode);
        Assert.Matches(
            "killed +AcceptsTooLongName by nova-act/CreateWorkflowDefinition/name/maxLength/rejected after [0-9]+ requests",
            call.Out
        );
        Assert.Contains("false alarms         0 of 1 right implementations", call.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(scratch.At("prove.html")));
        using var matrix = JsonDocument.Parse(
            await File.ReadAllTextAsync(scratch.At("prove.json"), TestContext.Current.CancellationToken)
        );
        Assert.Equal(1, matrix.RootElement.GetProperty("figures").GetProperty("killRate").GetDouble());
    }

    [Fact]
    public async Task WithoutTheRequirementTheDefectSurvivesAndTheMatrixFails()
    {
        using var scratch = new Scratch();
        var call = await Calls.Run(
            "prove",
            "--only",
            "AcceptsTooLongName",
            "--without",
            "*/maxLength/rejected",
            "--out",
            scratch.Path
        );
        Assert.Equal(1, call.ExitCode);
        Assert.Contains("survived: AcceptsTooLongName", call.Out, StringComparison.Ordinal);
        Assert.Contains("the kit lacks a probe for it", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralSeedsGiveTheMedian()
    {
        using var scratch = new Scratch();
        var call = await Calls.Run("prove", "--only", "AnswersTwoHundred", "--seeds", "3", "--out", scratch.Path);
        Assert.Equal(0, call.ExitCode);
        Assert.Contains("seeds 1, 2, 3", call.Out, StringComparison.Ordinal);
        using var matrix = JsonDocument.Parse(
            await File.ReadAllTextAsync(scratch.At("prove.json"), TestContext.Current.CancellationToken)
        );
        Assert.Equal(3, matrix.RootElement.GetProperty("defects")[0].GetProperty("trials").GetArrayLength());
    }

    [Theory]
    [InlineData("prove", "--profile", "huge")]
    [InlineData("prove", "--seeds", "0")]
    [InlineData("prove", "--parallel", "0")]
    [InlineData("prove", "--only", "NoSuchImplementation")]
    [InlineData("prove", "--api", "no-such-api")]
    public async Task WhatCanNotBeDoneIsRefused(params string[] args)
    {
        var call = await Calls.Run(args);
        Assert.Equal(2, call.ExitCode);
        Assert.Single(call.ErrorLines);
    }
}
