namespace Conformance.Cli.Tests;

/// <summary>What is written where nobody watches can be read by programs, and no target can steer a terminal.</summary>
public sealed class PlainOutputTests
{
    [Fact]
    public async Task RedirectedOutputHasNoControlCharactersEvenFromATarget()
    {
        await using var target = await WrongTarget.ReturnsEscapeCodes();
        using var scratch = new Scratch();
        var call = await Calls.Run([
            "--target",
            $"{target.BaseAddress}",
            "--operation",
            "CreateWorkflowDefinition",
            "--out",
            scratch.Path,
        ]);
        Assert.NotEqual(0, call.ExitCode);
        Assert.Contains("418", call.Out);
        AssertPlain(call.Out);
        AssertPlain(call.Error);
    }

    [Fact]
    public async Task ACommandIsOneLineHoweverLongItIs()
    {
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        using var scratch = new Scratch();
        var file = scratch.Write(new string('a', 150) + ".yaml", "limits: { parallel: 2 }");
        var call = await Calls.Run([
            "--target",
            $"{target.BaseAddress}",
            "--config",
            file,
            "--only",
            "*/modelId/maxLength/*",
            "--out",
            scratch.Path,
        ]);
        var repeat = Assert.Single(call.Out.Split('\n'), line => line.Contains("repeat:", StringComparison.Ordinal));
        Assert.Contains(file, repeat);
        Assert.EndsWith("--only 'nova-act/CreateWorkflowRun/modelId/maxLength/rejected' --seed 1", repeat);
    }

    private static void AssertPlain(string text) =>
        Assert.DoesNotContain(text, c => char.IsControl(c) && c is not '\n' and not '\r');
}
