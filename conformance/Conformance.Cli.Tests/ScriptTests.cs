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

    private static bool IsBuilt =>
        File.Exists(Checkout.At("conformance", "Conformance.Cli", "bin", "Release", "net10.0", "conformance.dll"));
}
