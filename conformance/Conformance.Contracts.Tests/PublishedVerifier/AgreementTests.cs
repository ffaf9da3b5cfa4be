using Conformance.Contracts.Provider;
using Conformance.Contracts.Tests.Native;
using Conformance.Contracts.Tests.Provider;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Reference;
using Conformance.Reference.Mutants;
using Conformance.Reports;

namespace Conformance.Contracts.Tests.PublishedVerifier;

/// <summary>The published verifier and the kit agree on each interaction of the files in the repository.</summary>
public sealed class AgreementTests(Verifier verifier) : IClassFixture<Verifier>
{
    /// <summary>What a served reference target is like: no credentials.</summary>
    private static readonly ReferenceOptions Right = new();

    [Theory]
    [InlineData("nova-act", null)]
    [InlineData("nova-act", "ReturnsTwoHundred")]
    [InlineData("nova-act", "GivesNoMessage")]
    [InlineData("bedrock-flows", null)]
    [InlineData("bedrock-flows", "TellsInvalidAsUnprocessable")]
    [InlineData("pennsieve", null)]
    [InlineData("pennsieve", "AcceptsBothModes")]
    public async Task TheyAgreeInteractionByInteraction(string api, string? mutant)
    {
        Library.Needed();
        var options = mutant is null ? Right : AllMutants.List.Single(d => d.Name == mutant).Change(Right);
        await using var target = await ReferenceServer.StartAsync(options, Cancel);
        var ours = await Ours(api, target);
        Assert.Equal(mutant is null, ours.Values.All(isKeptTo => isKeptTo));
        Assert.Equal(ours, await Theirs(api, target));
    }

    private static async Task<ImmutableSortedDictionary<string, bool>> Ours(string api, ReferenceServer target)
    {
        var report = await new Runner(OptionsOf(api, target)).Run(Judged.Contracts, Cancel);
        Assert.All(report.Verdicts, v => Assert.True(v.Outcome is Outcome.Passed or Outcome.Failed, v.Reason));
        return report.Verdicts.ToImmutableSortedDictionary(
            v => Apis.Interaction(v.Requirement.Id).Description,
            v => v.Outcome == Outcome.Passed,
            StringComparer.Ordinal
        );
    }

    /// <summary>
    /// The verifier talks to the target itself; only streams go through the relay, since no verifier of Pact's can read them.
    /// </summary>
    private async Task<ImmutableSortedDictionary<string, bool>> Theirs(string api, ReferenceServer target)
    {
        var options = OptionsOf(api, target);
        var planned = Judged.Contracts.Single(c => c.Api.Name == api).With(options.Configuration.For(api));
        await using var relay = await TargetRelay.Open(planned, options, port: 0, Cancel);
        var provider = api == "bedrock-flows" ? relay.Address : target.BaseAddress;
        return await verifier.Verify(Checkout.File($"contracts/{api}.json"), api, provider, relay.States);
    }

    private static RunOptions OptionsOf(string api, ReferenceServer target) =>
        Judged.Options(target.BaseAddress, Judged.Configuration()) with
        {
            Selection = new Selection([api], [], []) { Groups = [RequirementGroup.Contract] },
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
