using Conformance.Reference;
using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests.Corpus;

public sealed class CorpusAddTests
{
    private const string ModelId = "nova-act/CreateWorkflowRun/modelId/*";

    [Fact]
    public async Task AFailureIsPromotedBesideTheConfigurationAndTriedFirstByTheNextRun()
    {
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        using var scratch = new Scratch();
        var configuration = await Failed(target, scratch);
        var added = await Calls.Run("corpus", "add", scratch.Results);
        Assert.True(added.ExitCode == 0, added.Error);
        Assert.Contains($"added: {WrongTarget.BrokenByTooLongModelId}", added.Out, StringComparison.Ordinal);
        Assert.Single(PromotedCases.ReadFile(scratch.At("conformance-corpus.json")));

        var call = await Calls.Run(
            "--config",
            configuration,
            "--only",
            ModelId,
            "--seed",
            "9",
            "--profile",
            "smoke",
            "--out",
            scratch.At("later")
        );
        Assert.Equal(1, call.ExitCode);
        var report = await ResultsJson.ReadFile(scratch.At("later/results.json"), Cancel);
        var failed = report.Verdicts.Single(v => v.Outcome == Outcome.Failed);
        Assert.Contains("a promoted case", failed.FailedCases[0], StringComparison.Ordinal);
        Assert.Contains(report.Notes, note => note.EndsWith("came first.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheSameCaseIsAddedOnce()
    {
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        using var scratch = new Scratch();
        await Failed(target, scratch);
        var file = scratch.At("cases.json");
        await Calls.Run("corpus", "add", scratch.Results, "--to", file);
        var before = await File.ReadAllTextAsync(file, Cancel);
        var again = await Calls.Run("corpus", "add", scratch.Results, WrongTarget.BrokenByTooLongModelId, "--to", file);
        Assert.Contains("0 added, 1 there already", again.Out, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(file, Cancel));
    }

    [Fact]
    public async Task TheConfigurationSaysWhereAndAMissingFileIsRefused()
    {
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        using var scratch = new Scratch();
        await Failed(target, scratch);
        Directory.CreateDirectory(scratch.At("kept"));
        var configuration = scratch.Write("other.yaml", $"target: {target.BaseAddress}\ncorpus: kept/found.json");
        var missing = await Calls.Run("--config", configuration, "--only", ModelId, "--out", scratch.Path);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("is not there; correct the path", Assert.Single(missing.ErrorLines), StringComparison.Ordinal);
        await Calls.Run("corpus", "add", scratch.Results, "--config", configuration);
        Assert.Single(PromotedCases.ReadFile(scratch.At("kept/found.json")));
        Assert.Equal(
            1,
            (await Calls.Run("--config", configuration, "--only", ModelId, "--out", scratch.Path)).ExitCode
        );
    }

    [Fact]
    public async Task ACaseThatShowsNothingAnyMoreStopsTheRunBeforeAnythingIsSent()
    {
        using var scratch = new Scratch();
        var configuration = scratch.Write("conformance.yaml", "target: http://127.0.0.1:9/");
        var file = scratch.Write(
            "conformance-corpus.json",
            """
            {
              "formatVersion": "1.0",
              "cases": [
                { "requirement": "nova-act/CreateWorkflowRun/modelId/minLength/rejected", "value": "" },
                { "requirement": "nova-act/CreateWorkflowRun/modelId/minLength/rejected", "value": "legal" }
              ]
            }
            """
        );
        var call = await Calls.Run("--config", configuration, "--out", scratch.Path);
        Assert.Equal(2, call.ExitCode);
        Assert.StartsWith(
            $"conformance: {file}:5: \"legal\" is no violation of minLength of modelId by every interpretation",
            Assert.Single(call.ErrorLines, line => line.StartsWith("conformance:", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(scratch.Results));
    }

    [Theory]
    [InlineData("there is no file", "none.json")]
    [InlineData("so there is nothing to promote", "nova-act/CreateWorkflowDefinition/*")]
    public async Task WhatHoldsNoFailureIsRefused(string because, string what)
    {
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        using var scratch = new Scratch();
        await Failed(target, scratch);
        var call = await Calls.Run("corpus", "add", scratch.Results, what);
        Assert.Equal(2, call.ExitCode);
        Assert.Contains(because, Assert.Single(call.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailureThatIsNoValueIsLeftAndSaysSo()
    {
        await using var target = await WrongTarget.ReturnsNoJson();
        using var scratch = new Scratch();
        await Calls.Run("--target", $"{target.BaseAddress}", "--only", "*/response/status/*", "--out", scratch.Path);
        var call = await Calls.Run("corpus", "add", scratch.Results, "--to", scratch.At("cases.json"));
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("its case is no value, and every run tries it", call.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch.At("cases.json")));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A run that fails for a value of modelId; its configuration file.</summary>
    private static async Task<string> Failed(RunningImplementation target, Scratch scratch)
    {
        var configuration = scratch.Write("conformance.yaml", $"target: {target.BaseAddress}");
        var call = await Calls.Run("--config", configuration, "--only", ModelId, "--out", scratch.Path);
        Assert.Equal(1, call.ExitCode);
        return configuration;
    }
}
