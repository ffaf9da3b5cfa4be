using Conformance.Apis;
using Conformance.Contracts.Native;
using Conformance.Contracts.Provider;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Reference;
using Conformance.Reports;

namespace Conformance.Contracts.Tests.Provider;

public sealed class MissingLibraryTests
{
    private const string Reason = "it is on holiday; call it back";
    private static readonly PactLibrary Missing = new PactLibrary.Missing(Reason);

    [Fact]
    public async Task ContractsAreSkippedAndTheRunSaysThatItIsPartial()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var server = await ReferenceServer.StartAsync(new ReferenceOptions(), cancel);
        var catalog = Catalog.Load(api => ContractRequirements.Of(api, Quiet.Verify, () => Missing));
        var options = Judged.Options(server.BaseAddress, new()) with
        {
            Selection = new Selection(["nova-act"], [], ["*/contract/*", "*/modelId/required/*"]),
        };
        var report = await new Runner(options).Run(catalog, cancel);
        var contracts = report.Verdicts.Where(v => v.Requirement.Group == RequirementGroup.Contract).ToList();
        Assert.All(contracts, v => Assert.Equal((Outcome.Skipped, Reason), (v.Outcome, v.Reason)));
        Assert.All(contracts, v => Assert.Equal(0, v.Requests));
        Assert.Equal(ConclusionKind.Conformant, Conclusion.Of(report).Kind);
        Assert.Equal(
            $"This run is partial: {contracts.Count} contracts were not verified. {Reason}",
            ContractRequirements.NoteOn(report, Missing)
        );
    }

    [Fact]
    public async Task ARunWithoutContractsIsWhole()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var server = await ReferenceServer.StartAsync(new ReferenceOptions(), cancel);
        var options = Judged.Options(server.BaseAddress, new()) with
        {
            Selection = new Selection([], [], ["*/modelId/required/*"]),
        };
        var report = await new Runner(options).Run(Judged.Contracts, cancel);
        Assert.Null(ContractRequirements.NoteOn(report, Missing));
    }
}
