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
    ];
}
