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
    public async Task AnIdIsTestedAlone()
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

    [Theory]
    [InlineData("replay", "1.0")]
    [InlineData("replay", "3.0")]
    [InlineData("corpus add", "1.0")]
    public async Task AnotherFormatIsRefusedInOneSentence(string command, string version)
    {
        using var scratch = new Scratch();
        var file = scratch.Write("results.json", $$"""{"formatVersion": "{{version}}"}""");
        Assert.Equal(
            $"conformance: {file}:1: expected results of format 2, got formatVersion {version}: run again with this version of the kit",
            await Calls.Refusal([.. command.Split(' '), file])
        );
    }

    [Fact]
    public async Task TheCommandInAFileIsForPeopleAndTheRequestDecides()
    {
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        using var scratch = new Scratch();
        await Calls.Run("--target", $"{target.BaseAddress}", "--only", ModelId, "--seed", "42", "--out", scratch.Path);
        var text = await File.ReadAllTextAsync(scratch.Results, TestContext.Current.CancellationToken);
        var command = (await Read(scratch)).Command;
        Assert.Contains($"\"command\": \"{command.Replace("'", "\\u0027", StringComparison.Ordinal)}\"", text);
        scratch.Write(
            "changed.json",
            text.Replace("\"command\": \"./run", "\"command\": \"rm -r", StringComparison.Ordinal)
        );
        using var later = new Scratch();
        var again = await Calls.Run("replay", scratch.At("changed.json"), "--out", later.Path);
        Assert.Equal(1, again.ExitCode);
        Assert.Equal((target.BaseAddress.ToString(), 42), ((await Read(later)).Target.Url, (await Read(later)).Seed));
    }

    [Theory]
    [InlineData("Target", "http://target.example/?q=1", "has a query or fragment")]
    [InlineData("Profile", "thorough", "unknown profile 'thorough'")]
    [InlineData("StateUrl", "nowhere", "is not a valid URL")]
    public async Task ARequestThatWasChangedIntoWhatThereIsNotIsRefused(string what, string value, string problem)
    {
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        using var scratch = new Scratch();
        await Calls.Run("--target", $"{target.BaseAddress}", "--only", ModelId, "--out", scratch.Path);
        var report = await Read(scratch);
        var request = what switch
        {
            "Target" => report.Request with { Target = value },
            "Profile" => report.Request with { Profile = value },
            _ => report.Request with
            {
                Contracts = new() { PactDirs = ["pacts"], StateUrl = value },
            },
        };
        var file = scratch.Write("changed.json", ResultsJson.Write(report with { Request = request }).ToArray());
        var line = await Calls.Refusal("replay", file);
        Assert.Contains("its request can't be repeated", line);
        Assert.Contains(problem, line);
    }

    private static Task<RunReport> Read(Scratch scratch) =>
        ResultsJson.ReadFile(scratch.Results, TestContext.Current.CancellationToken);
}
