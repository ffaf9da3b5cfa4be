using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests.Contracts;

/// <summary>Pacts from folders, with the exit codes of a run.</summary>
public sealed class ForeignPactsTests
{
    private const string Known =
        """{"description":"a run without a body","providerState":"a workflow definition exists","request":{"method":"PUT","path":"/workflow-definitions/demo/workflow-runs"},"response":{"status":400}}""";
    private const string Unknown =
        """{"description":"the moon","providerState":"the moon is full","request":{"method":"GET","path":"/moon"},"response":{"status":200}}""";
    private const string Wrong =
        """{"description":"the sun","request":{"method":"GET","path":"/sun"},"response":{"status":200}}""";

    [Theory]
    [InlineData(0, Known)]
    [InlineData(1, Wrong)]
    [InlineData(1, Wrong, Unknown)]
    [InlineData(3, Known, Unknown)]
    public async Task TheExitCodeIsThatOfARun(int exitCode, params string[] interactions)
    {
        using var scratch = new Scratch();
        scratch.Write("shop.json", Pact("nova-act", interactions));
        var call = await Calls.Run("contracts", "--pact-dir", scratch.Path, "--out", scratch.At("out"));
        Assert.Equal(exitCode, call.ExitCode);
        var report = await Read(scratch);
        Assert.Equal(interactions.Length, report.Verdicts.Length);
        Assert.All(report.Verdicts, v => Assert.StartsWith("nova-act/pact/web-shop/", v.Requirement.Id));
    }

    [Fact]
    public async Task AnUnknownStateIsTold()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("shop.json", Pact("nova-act", Unknown));
        var call = await Calls.Run("contracts", "--pact-dir", file, "--out", scratch.At("out"));
        Assert.Contains("doesn't know the provider state 'the moon is full'", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatFailedIsReplayedFromTheSamePacts()
    {
        using var scratch = new Scratch();
        scratch.Write("shop.json", Pact("nova-act", Wrong, Known));
        await Calls.Run("contracts", "--pact-dir", scratch.Path, "--out", scratch.At("out"));
        var replay = await Calls.Run("replay", scratch.At("out/results.json"), "--out", scratch.At("out"));
        Assert.Equal(1, replay.ExitCode);
        Assert.Equal("nova-act/pact/web-shop/the-sun", Assert.Single((await Read(scratch)).Verdicts).Requirement.Id);
    }

    [Fact]
    public async Task AnotherNameOfTheProviderNeedsTheApi()
    {
        using var scratch = new Scratch();
        scratch.Write("shop.json", Pact("workflows", Known));
        var refused = await Calls.Run("contracts", "--pact-dir", scratch.Path);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--api NAME", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        var call = await Calls.Run(
            "contracts",
            "--pact-dir",
            scratch.Path,
            "--api",
            "nova-act",
            "--out",
            scratch.At("out")
        );
        Assert.Equal(0, call.ExitCode);
    }

    [Theory]
    [InlineData("{}", "name of its consumer")]
    [InlineData("nothing", "no JSON")]
    public async Task AFileThatIsNoPactIsRefused(string text, string says)
    {
        using var scratch = new Scratch();
        scratch.Write("shop.json", text);
        var refused = await Calls.Run("contracts", "--pact-dir", scratch.Path);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(says, Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyFolderIsRefused()
    {
        using var scratch = new Scratch();
        var refused = await Calls.Run("contracts", "--pact-dir", scratch.Path);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("no pact to verify", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>A pact of a web shop with this provider.</summary>
    internal static string Pact(string provider, params string[] interactions) =>
        $$$"""
            {"consumer":{"name":"web-shop"},"provider":{"name":"{{{provider}}}"},
             "interactions":[{{{string.Join(",", interactions)}}}]}
            """;

    private static Task<RunReport> Read(Scratch scratch) =>
        ResultsJson.ReadFile(scratch.At("out/results.json"), TestContext.Current.CancellationToken);
}
