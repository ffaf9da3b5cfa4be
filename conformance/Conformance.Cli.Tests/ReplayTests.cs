using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests;

public sealed class ReplayTests
{
    private const string ModelId = "nova-act/CreateWorkflowRun/modelId/*";

    [Fact]
    public async Task AFileRepeatsWhatFailedWithItsTargetProfileAndSeed()
    {
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        using var scratch = new Scratch();
        var first = await Calls.Run([
            "--target",
            $"{target.BaseAddress}",
            "--only",
            ModelId,
            "--profile",
            "smoke",
            "--seed",
            "42",
            "--out",
            scratch.Path,
        ]);
        Assert.Equal(1, first.ExitCode);
        using var later = new Scratch();
        var again = await Calls.Run("replay", scratch.Results, "--out", later.Path);
        Assert.Equal(1, again.ExitCode);
        var report = await Read(later);
        Assert.Equal([WrongTarget.BrokenByTooLongModelId], report.Verdicts.Select(v => v.Requirement.Id));
        Assert.Equal(target.BaseAddress.ToString(), report.Target.Url);
        Assert.Equal(("smoke", 42), (report.Profile, report.Seed));
    }

    [Fact]
    public async Task OptionsOverrideWhatTheFileSays()
    {
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        using var scratch = new Scratch();
        await Calls.Run("--target", $"{target.BaseAddress}", "--only", ModelId, "--out", scratch.Path);
        await Calls.Run(
            "replay",
            scratch.Results,
            "--seed",
            "7",
            "--profile",
            "smoke",
            "--strict",
            "--out",
            scratch.Path
        );
        var report = await Read(scratch);
        Assert.Equal(("smoke", 7, true), (report.Profile, report.Seed, report.IsStrict));
    }

    [Fact]
    public async Task TheConfigurationOfTheRunIsUsedAgain()
    {
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        using var scratch = new Scratch();
        var configuration = scratch.Write("it's mine.yaml", $"target: {target.BaseAddress}");
        await Calls.Run("--config", configuration, "--only", ModelId, "--out", scratch.Path);
        var again = await Calls.Run("replay", scratch.Results, "--out", scratch.Path);
        Assert.Equal(1, again.ExitCode);
        Assert.Equal(target.BaseAddress.ToString(), (await Read(scratch)).Target.Url);
    }

    [Fact]
    public async Task AnIdIsProvedAlone()
    {
        using var scratch = new Scratch();
        var call = await Calls.Run("replay", WrongTarget.BrokenByTooLongModelId, "--out", scratch.Path);
        Assert.Equal(0, call.ExitCode);
        var verdict = Assert.Single((await Read(scratch)).Verdicts);
        Assert.Equal(WrongTarget.BrokenByTooLongModelId, verdict.Requirement.Id);
    }

    [Fact]
    public async Task AFileInWhichNothingFailedIsRefused()
    {
        using var scratch = new Scratch();
        await Calls.Run("--only", ModelId, "--out", scratch.Path);
        var call = await Calls.Run("replay", scratch.Results);
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("nothing failed or errored", Assert.Single(call.ErrorLines));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"formatVersion": "2.0"}""")]
    [InlineData("""{"formatVersion": "1.0"}""")]
    public async Task AFileThatHoldsNoResultsIsRefused(string text)
    {
        using var scratch = new Scratch();
        var file = scratch.Write("results.json", text);
        var call = await Calls.Run("replay", file);
        Assert.Equal(2, call.ExitCode);
        Assert.StartsWith($"conformance: {file}", Assert.Single(call.ErrorLines));
    }

    private static Task<RunReport> Read(Scratch scratch) =>
        ResultsJson.ReadFile(scratch.Results, TestContext.Current.CancellationToken);
}
