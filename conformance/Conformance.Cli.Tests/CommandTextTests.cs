using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests;

/// <summary>The command that is printed with a failure tests exactly that requirement, in the same way.</summary>
public sealed class CommandTextTests
{
    private const string Repeat = "  repeat: ./run-conformance.sh ";

    [Fact]
    public async Task ThePrintedCommandSelectsTheOneRequirementThatFailed()
    {
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        using var scratch = new Scratch();
        var configuration = scratch.Write("a 'quoted' name.yaml", "limits: { parallel: 2 }");
        var asked = $"--target {target.BaseAddress} --api nova-act --operation CreateWorkflowRun --only */modelId/*";
        var first = await Calls.Run([
            .. $"{asked} --profile smoke --strict --seed -5 --out {scratch.Path}".Split(' '),
            "--config",
            configuration,
        ]);
        var printed = Assert.Single(first.Out.Split('\n'), line => line.StartsWith(Repeat, StringComparison.Ordinal));
        var again = await Calls.Run([.. Bash.Words(printed[Repeat.Length..]), "--out", scratch.Path]);
        Assert.Equal(1, again.ExitCode);
        var report = await ResultsJson.ReadFile(scratch.Results, TestContext.Current.CancellationToken);
        Assert.Equal([WrongTarget.BrokenByTooLongModelId], report.Verdicts.Select(v => v.Requirement.Id));
        Assert.Equal(("smoke", -5, true, 2), (report.Profile, report.Seed, report.IsStrict, report.Parallelism));
    }
}
