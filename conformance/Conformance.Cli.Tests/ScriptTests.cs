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

    [Fact]
    public void TwoThatStartTogetherBuildOneAfterTheOther()
    {
        using var scratch = new Scratch();
        File.Copy(Script, scratch.At("run-conformance.sh"));
        File.WriteAllText(scratch.At("global.json"), "{}");
        File.WriteAllText(scratch.At("Directory.Build.props"), "");
        foreach (var place in (string[])["schemas", "generators", "reports", "conformance", "path"])
            Directory.CreateDirectory(scratch.At(place));
        // Stands in for the SDK: two builds at once fail, and each is long enough for the other to begin.
        File.WriteAllText(
            scratch.At("path/dotnet"),
            $"""
            #!/usr/bin/env bash
            [[ "$1" == build ]] || exit 0
            mkdir "{scratch.At("building")}" || exit 1
            sleep 0.5
            bin="{scratch.At("conformance")}/Conformance.Cli/bin/Release/net10.0"
            mkdir -p "$bin" && touch "$bin/conformance.dll" && echo build >> "{scratch.At("builds")}"
            rmdir "{scratch.At("building")}"
            """
        );
        var (exitCode, said) = Bash.Run(
            "-c",
            $"""
            unset CONFORMANCE_NO_BUILD; export PATH='{scratch.At("path")}':"$PATH"; chmod +x '{scratch.At(
                "path"
            )}/dotnet'
            bash '{scratch.At("run-conformance.sh")}' & bash '{scratch.At("run-conformance.sh")}'; first=$?
            wait $!; echo "$first and $?"
            """
        );
        Assert.Equal((0, "0 and 0"), (exitCode, said.Trim().Split('\n')[^1]));
        Assert.Equal(["build"], File.ReadAllLines(scratch.At("builds")));
    }

    internal static bool IsBuilt =>
        File.Exists(Checkout.At("conformance", "Conformance.Cli", "bin", "Release", "net10.0", "conformance.dll"));
}
