using System.Text.Json;

namespace Conformance.Cli.Tests.Prove;

public sealed class UntilKilledTests
{
    [Fact]
    public async Task ARunEndsAtItsKillAndTheMatrixSaysSo()
    {
        using var scratch = new Scratch();
        string[] all = ["prove", "--only", "AcceptsTooLongName", "--out", scratch.Path];
        var whole = await Requests(all, scratch);
        var untilKilled = await Requests([.. all, "--until-killed"], scratch);
        Assert.True(untilKilled < whole / 2, $"{untilKilled} of {whole} requests");
        Assert.Contains(
            "Each run ended at its kill",
            await File.ReadAllTextAsync(scratch.At("prove.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhatNothingNoticesIsRunToItsEnd()
    {
        using var scratch = new Scratch();
        string[] without = ["prove", "--only", "AcceptsTooLongName", "--without", "*/maxLength/rejected", "--out"];
        var call = await Calls.Run([.. without, scratch.Path, "--until-killed"]);
        Assert.Equal(1, call.ExitCode);
        Assert.Contains("survived: AcceptsTooLongName", call.Out, StringComparison.Ordinal);
    }

    private static async Task<int> Requests(string[] args, Scratch scratch)
    {
        var call = await Calls.Run(args);
        Assert.Equal(0, call.ExitCode);
        using var matrix = JsonDocument.Parse(
            await File.ReadAllTextAsync(scratch.At("prove.json"), TestContext.Current.CancellationToken)
        );
        var trial = matrix.RootElement.GetProperty("defects")[0].GetProperty("trials")[0];
        return trial.GetProperty("requests").GetInt32();
    }
}
