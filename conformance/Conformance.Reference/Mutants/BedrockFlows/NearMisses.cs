using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowIdentifiers;
using static Conformance.Reference.Mutants.BedrockFlows.FlowInputs;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Names that are nearly right are taken for right, and another one is told than was asked for.</summary>
internal static class NearMisses
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Finds(
            "FindsFlowsInAnyCase",
            "finds flows whatever the case of their identifier",
            "not-found/unknown-flow",
            (all, flow, alias) => all.Find(Known(all, flow), alias)
        ),
        Finds(
            "LooksAtTheEndOfFlowArns",
            "looks at the end of a flow's ARN alone, and so takes any region and account",
            "not-found/unknown-flow",
            (all, flow, alias) => all.Find(IsArn(flow) ? flow[^10..] : flow, alias)
        ),
        Finds(
            "FindsAliasesByTheirBeginning",
            "finds an alias by the beginning of its identifier",
            "not-found/unknown-alias",
            (all, flow, alias) => all.Find(flow, Completed(alias))
        ),
        Finds(
            "TakesAliasArnsOfOtherFlows",
            "looks at the end of an alias's ARN alone, and so takes those of other flows",
            "not-found/unknown-alias",
            (all, flow, alias) => all.Find(flow, alias[(alias.LastIndexOf('/') + 1)..])
        ),
        Row(
                "NamesFlowArnsAsNodes",
                "names the flow in place of the output node where it was given an ARN",
                ["response/flowOutputEvent.nodeName/pattern"],
                () =>
                    Correct with
                    {
                        Find = (all, flow, alias) =>
                            all.Find(flow, alias) is { } found && IsArn(flow)
                                ? found with
                                {
                                    OutputNode = flow,
                                }
                                : all.Find(flow, alias),
                    }
            )
            .AlsoBreaking("identifiers/by-arn", "stream/*"),
        Row(
            "TrimsNodeNames",
            "trims white space from nodeName",
            ["inputs[].nodeName/pattern/rejected"],
            () =>
                Bodies(body =>
                    Replace(
                        FlowJson.InputOf(body),
                        "nodeName",
                        name => name.Is(JsonValueKind.String),
                        name => FlowJson.TextOf(name)!.Trim()
                    )
                )
        ),
        Row(
            "FindsNodesInAnyCase",
            "finds the input node whatever the case of its name",
            ["nodes/unknown-node"],
            () =>
                Correct with
                {
                    FitsFlow = (flow, input) =>
                        InvokeFlow.Misfit(
                            flow,
                            input.NodeName.Equals(flow.InputNode, StringComparison.OrdinalIgnoreCase)
                                ? input with
                                {
                                    NodeName = flow.InputNode,
                                }
                                : input
                        ),
                }
        ),
    ];

    /// <summary>Flows and aliases are found by names that are not theirs.</summary>
    private static Mutant Finds(
        string name,
        string says,
        string breaks,
        Func<FlowDirectory, string, string, Flow?> find
    ) =>
        Row(name, says, [breaks], () => Correct with { Find = find })
            // Legal values at the edges name nothing.
            .AlsoBreaking("flowIdentifier/*", "flowAliasIdentifier/*");

    private static string Known(FlowDirectory all, string flow) =>
        all.Flows.FirstOrDefault(f => f.Identifier.Equals(flow, StringComparison.OrdinalIgnoreCase))?.Identifier
        ?? flow;

    private static string Completed(string alias)
    {
        ImmutableArray<string> known = [Offer.TestAlias, Offer.Alias];
        return known.FirstOrDefault(k => k.StartsWith(alias, StringComparison.Ordinal)) ?? alias;
    }
}
