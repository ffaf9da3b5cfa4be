using Conformance.Contracts.Tests.Native;
using Conformance.Engine.Running;
using Conformance.Reference;
using Conformance.Reports;

namespace Conformance.Contracts.Tests.Provider;

public sealed class OwnContractsTests
{
    [Fact]
    public async Task TheReferenceKeepsToEveryInteractionOfAllApis()
    {
        Library.Needed();
        await using var server = await ReferenceServer.StartAsync(new ReferenceOptions(), Cancel);
        var report = await Run(server, "");
        Assert.Equal([], report.Verdicts.Where(v => v.Outcome != Outcome.Passed).Select(Words));
        Assert.Equal(3, report.Verdicts.Select(v => v.Requirement.Api).Distinct().Count());
        Assert.Empty(report.NotCleanedUp);
    }

    [Fact]
    public async Task TheSameSeedSendsTheSameRequestsHoweverManyAtOnce()
    {
        Library.Needed();
        // Such that one sorts before the names of the reference's nodes, and the other behind.
        Assert.Equal(await DigestOf(1, "aaaaaa"), await DigestOf(8, "zzzzzz"));
    }

    [Fact]
    public async Task AContractSpeaksAsTheTargetDoes()
    {
        Library.Needed();
        var options = new ReferenceOptions { PennsieveOptions = new() { RunsPath = "/elsewhere" } };
        await using var server = await ReferenceServer.StartAsync(options, Cancel);
        var report = await Run(server, "apis: { pennsieve: { conventions: { path: /elsewhere } } }");
        Assert.Equal([], report.Verdicts.Where(v => v.Outcome != Outcome.Passed).Select(Words));
    }

    [Fact]
    public async Task AMissingFixtureIsAReasonAndNoFailure()
    {
        await using var server = await ReferenceServer.StartAsync(new ReferenceOptions(), Cancel);
        var options = Judged.Options(server.BaseAddress, new());
        var report = await new Runner(options).Run(Judged.Contracts, Cancel);
        var flows = report.Verdicts.Where(v => v.Requirement.Api == "bedrock-flows").ToList();
        Assert.All(flows, v => Assert.Equal(SkipReason.MissingFixture, v.Skip));
    }

    private static string Words(Verdict verdict) => $"{verdict.Requirement.Id}: {verdict.Outcome} {verdict.Reason}";

    private static Task<RunReport> Run(ReferenceServer server, string yaml) =>
        new Runner(Judged.Options(server.BaseAddress, Judged.Configuration(yaml))).Run(Judged.Contracts, Cancel);

    private static async Task<string> DigestOf(int atOnce, string runId)
    {
        await using var server = await ReferenceServer.StartAsync(new ReferenceOptions(), Cancel);
        var options = Judged.Options(server.BaseAddress, Judged.Configuration()) with
        {
            Parallelism = atOnce,
            RunId = runId,
        };
        return (await new Runner(options).Run(Judged.Contracts, Cancel)).RequestsDigest;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
