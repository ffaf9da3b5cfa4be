using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowInputs;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Nodes and their outputs that are looked at too little or too closely.</summary>
internal static class FlowNodes
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "TakesAnyNode",
                "takes any nodeName for the input node",
                ["nodes/unknown-node", "inputs[].nodeName/pattern/rejected"],
                () =>
                    Members(m => m with { NodeName = m.NodeName with { Check = _ => null } }) with
                    {
                        FitsFlow = FitsAnyNode,
                    }
            )
            .AlsoBreaking("body/invalid-utf8"),
        Row(
            "TakesUnknownNodes",
            "takes an input for a node that the flow does not have",
            ["nodes/unknown-node"],
            () => Correct with { FitsFlow = FitsAnyNode }
        ),
        Row(
            "TakesInputsForOutputNodes",
            "takes an input for the output node",
            ["nodes/unknown-node"],
            () =>
                Correct with
                {
                    FitsFlow = (flow, input) =>
                        input.NodeName == flow.OutputNode ? null : InvokeFlow.Misfit(flow, input),
                }
        ),
        TakesIllFormed(
            "TakesIllFormedNodeNames",
            "takes an ill-formed nodeName for the input node",
            "nodeName",
            InputNode
        ),
        TakesIllFormed(
            "TakesIllFormedOutputNames",
            "passes over an ill-formed nodeOutputName",
            "nodeOutputName",
            Nothing
        ),
        Row(
                "RejectsOutputNames",
                "rejects nodeOutputName",
                [
                    "request/all-members/accepted",
                    "inputs[].nodeOutputName/type/accepted",
                    "inputs[].nodeOutputName/pattern/accepted",
                ],
                () => Members(m => m with { NodeOutputName = m.NodeOutputName with { Check = _ => "expected none" } })
            )
            // The member is part of an ordinary input.
            .AlsoBreaking("inputs/type/accepted", "inputs[]/type/accepted"),
        Row(
            "DemandsOutputNames",
            "demands nodeOutputName",
            ["request/required-only/accepted", "inputs[].nodeOutputName/optional/accepted"],
            () => Members(m => m with { NodeOutputName = m.NodeOutputName with { IsRequired = true } })
        ),
        Row(
                "RejectsMembersBesideContent",
                "rejects inputs of more than two members",
                ["request/all-members/accepted"],
                () =>
                    Members(m =>
                        m with
                        {
                            Input = json => IsWide(json) ? new(default, "expected two members") : m.Input(json),
                        }
                    )
            )
            .AlsoBreaking("inputs[].nodeOutputName/*/accepted", "inputs/type/accepted", "inputs[]/type/accepted"),
    ];

    private static FieldFault? FitsAnyNode(Flow flow, FlowInput input) =>
        InvokeFlow.Misfit(flow, input with { NodeName = flow.InputNode });

    /// <summary>A name that should be rejected is replaced, or left out.</summary>
    private static Mutant TakesIllFormed(string name, string says, string member, Func<JsonNode?, JsonNode?> instead) =>
        Row(
            name,
            says,
            [$"inputs[].{member}/pattern/rejected"],
            () => Bodies(body => Replace(FlowJson.InputOf(body), member, IsIllFormed, instead))
        );

    private static bool IsIllFormed(JsonNode? name) =>
        FlowJson.TextOf(name) is { } text && FlowChecks.NodeName(text) is not null;

    private static bool IsWide(JsonElement input) =>
        input.ValueKind == JsonValueKind.Object && input.GetPropertyCount() > 2;
}
