using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

/// <summary>Whoever looks at a part of an identifier takes what does not exist.</summary>
public sealed class NearMissesTests
{
    private const string UnknownFlow = "not-found/unknown-flow";
    private const string UnknownAlias = "not-found/unknown-alias";
    private const string UnknownNode = "nodes/unknown-node";

    public static TheoryData<string, string> Careless =>
        new()
        {
            { "the beginning", UnknownFlow },
            { "the alias too", UnknownFlow },
            { "longer aliases", UnknownAlias },
            { "the flow too", UnknownAlias },
            { "the beginning of aliases", UnknownAlias },
        };

    [Theory]
    [MemberData(nameof(Careless))]
    public async Task WhoFindsWhatIsOnlyNearlyItFails(string finds, string breaks)
    {
        var report = await FlowRuns.Of(Finding(finds), ["not-found/*"]);
        Assert.Equal([breaks], report.Ids(Outcome.Failed));
    }

    [Fact]
    public async Task AFlowThatIsThereByChanceAccusesNobody()
    {
        var more = BedrockFlowsBehaviour.Correct with
        {
            Flows = [.. Offer.Flows, new Flow("ECHOFLOW0q"), new Flow("qCHOFLOW01")],
        };
        Assert.Equal([UnknownFlow], (await FlowRuns.Of(more, [UnknownFlow])).Ids(Outcome.Passed));
    }

    [Fact]
    public async Task TheOtherCaseIsRecordedAndNotJudged()
    {
        var careless = BedrockFlowsBehaviour.Correct with
        {
            Find = (all, flow, alias) => all.Find(flow.ToUpperInvariant(), alias.ToUpperInvariant()),
            FitsFlow = (flow, input) =>
                input.NodeName.Equals(flow.InputNode, StringComparison.OrdinalIgnoreCase)
                    ? null
                    : InvokeFlow.Misfit(flow, input),
        };
        var report = await FlowRuns.Of(
            careless,
            ["not-found/*", UnknownNode],
            change: options => options with { Profile = Engine.Testing.Profile.Standard }
        );
        Assert.Empty(report.Ids(Outcome.Failed));
        Assert.Equal(3, report.Observations.Count(o => o.Interpretation == "R26"));
    }

    [Theory]
    [InlineData("FlowOutputNode")]
    [InlineData("FlowInputNode")]
    public async Task NodesThatOnlyLookLikeTheInputNodeTakeNoInput(string taken)
    {
        var careless = BedrockFlowsBehaviour.Correct with
        {
            FitsFlow = (flow, input) =>
                input.NodeName.StartsWith(taken, StringComparison.Ordinal) ? null : InvokeFlow.Misfit(flow, input),
        };
        var verdict = await FlowRuns.Verdict(careless, UnknownNode);
        Assert.Equal(Outcome.Failed, verdict.Outcome);
    }

    private static BedrockFlowsBehaviour Finding(string finds) =>
        BedrockFlowsBehaviour.Correct with
        {
            Find = finds switch
            {
                "the beginning" => (all, flow, alias) => all.Find(Known(flow[..5]) ?? flow, alias),
                "the alias too" => (all, flow, alias) =>
                    all.Find(flow == Offer.TestAlias ? Offer.EchoFlow : flow, alias),
                "longer aliases" => (all, flow, alias) =>
                    all.Find(
                        flow,
                        alias.StartsWith(Offer.TestAlias, StringComparison.Ordinal) ? Offer.TestAlias : alias
                    ),
                "the flow too" => (all, flow, alias) => all.Find(flow, alias == flow ? Offer.TestAlias : alias),
                _ => (all, flow, alias) =>
                    all.Find(flow, alias is ['T', 'S', 'T', _, _, _, _, _, _, _] ? Offer.TestAlias : alias),
            },
        };

    private static string? Known(string beginning) =>
        Offer.Flows.FirstOrDefault(f => f.Identifier.StartsWith(beginning, StringComparison.Ordinal))?.Identifier;
}
