namespace Conformance.Cli.Tests;

public sealed class ScriptTests
{
    private static readonly string Script = Checkout.At("run-conformance.sh");

    [Fact]
    public void TheScriptPassesArgumentsAndExitCodeOn()
    {
        Assert.SkipUnless(IsBuilt, "run-conformance.sh was not used yet; the test builds nothing itself");
        var (exitCode, help) = Bash.Run(Script, "--help");
        Assert.Equal(0, exitCode);
        Assert.Contains("Exit codes:", help);
        Assert.Equal(2, Bash.Run(Script, "--seed", "no number").ExitCode);
    }

    [Fact]
    public void TheScriptWorksFromAnyDirectory()
    {
        Assert.SkipUnless(IsBuilt, "run-conformance.sh was not used yet; the test builds nothing itself");
        var (exitCode, ids) = Bash.Run("-c", $"cd / && '{Script}' list --ids --only '*/modelId/required/rejected'");
        Assert.Equal(0, exitCode);
        Assert.Equal("nova-act/CreateWorkflowRun/modelId/required/rejected", ids.Trim());
    }

    [Fact]
    public void WhateverFailsInItDecidesNothing()
    {
        using var scratch = new Scratch();
        var copy = scratch.At("run-conformance.sh");
        File.Copy(Script, copy);
        Assert.Equal(2, Bash.Run(copy).ExitCode);
        var (exitCode, _) = Bash.Run("-c", $"unset CONFORMANCE_NO_BUILD; TMPDIR=/no/such/place bash '{copy}'");
        Assert.Equal(3, exitCode);
    }

    internal static bool IsBuilt =>
        File.Exists(Checkout.At("conformance", "Conformance.Cli", "bin", "Release", "net10.0", "conformance.dll"));
}
