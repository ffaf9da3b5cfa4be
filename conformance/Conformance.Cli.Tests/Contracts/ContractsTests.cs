using Conformance.Reference;
using Conformance.Reference.NovaAct;
using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests.Contracts;

public sealed class ContractsTests
{
    private const string Success = "nova-act/CreateWorkflowRun/contract/success";

    [Fact]
    public async Task TheEmbeddedTargetKeepsToEveryContractOfAllApis()
    {
        using var scratch = new Scratch();
        var call = await Calls.Run("contracts", "--out", scratch.Path);
        Assert.Equal(0, call.ExitCode);
        var report = await Read(scratch);
        Assert.All(report.Verdicts, v => Assert.Equal(Outcome.Passed, v.Outcome));
        Assert.All(report.Verdicts, v => Assert.Equal(RequirementGroup.Contract, v.Requirement.Group));
        Assert.Equal(3, report.Verdicts.Select(v => v.Requirement.Api).Distinct().Count());
        Assert.Equal(
            ["junit.xml", "report.html", "results.json", "summary.md"],
            Directory.EnumerateFiles(scratch.Path).Select(Path.GetFileName).Order()
        );
    }

    [Fact]
    public async Task ABrokenContractIsNotConformantAndCanBeReplayed()
    {
        await using var target = await RespondsToRunsWith200();
        using var scratch = new Scratch();
        var call = await Calls.Run("contracts", "--api", "nova-act", "--target", Url(target), "--out", scratch.Path);
        Assert.Equal(1, call.ExitCode);
        Assert.Contains("status: expected 201 but was 200", call.Out, StringComparison.Ordinal);
        Assert.Contains($"repeat: ./run-conformance.sh contracts --target {Url(target)}", call.Out);
        var failed = Failed(await Read(scratch));
        Assert.Contains(Success, failed);
        using var later = new Scratch();
        Assert.Equal(1, (await Calls.Run("replay", scratch.Results, "--out", later.Path)).ExitCode);
        Assert.Equal(failed, Failed(await Read(later)));
    }

    [Fact]
    public async Task ContractsArePartOfEveryRun()
    {
        using var scratch = new Scratch();
        Assert.Equal(0, (await Calls.Run("--only", "nova-act/*/contract/*", "--out", scratch.Path)).ExitCode);
        Assert.Contains((await Read(scratch)).Verdicts, v => v.Requirement.Id == Success);
        Assert.Equal(0, (await Calls.Run("replay", Success, "--out", scratch.Path)).ExitCode);
        Assert.Equal(Success, Assert.Single((await Read(scratch)).Verdicts).Requirement.Id);
        Assert.Contains(Success, (await Calls.Run("list", "--ids")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATargetOutOfReachIsNotDecided()
    {
        using var scratch = new Scratch();
        var call = await Calls.Run("contracts", "--target", "http://127.0.0.1:1/", "--out", scratch.Path);
        Assert.Equal(3, call.ExitCode);
        Assert.Contains("out of reach", call.Out, StringComparison.Ordinal);
    }

    private static Task<ReferenceServer> RespondsToRunsWith200() =>
        ReferenceServer.StartAsync(
            new ReferenceOptions
            {
                NovaAct = NovaActBehaviour.Correct with
                {
                    Finish = (_, response) => response.Status == 201 ? response with { Status = 200 } : response,
                },
            },
            TestContext.Current.CancellationToken
        );

    private static string Url(ReferenceServer target) => target.BaseAddress.ToString();

    private static List<string> Failed(RunReport report) =>
        [.. report.Verdicts.Where(v => v.Outcome == Outcome.Failed).Select(v => v.Requirement.Id)];

    private static Task<RunReport> Read(Scratch scratch) =>
        ResultsJson.ReadFile(scratch.Results, TestContext.Current.CancellationToken);
}
