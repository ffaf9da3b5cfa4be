using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Nodes and their outputs that are looked at too little or too closely.</summary>
internal static class FlowNodes
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new TakesAnyNode(),
        new TakesUnknownNodes(),
        new TakesIllFormedNodeNames(),
        new TakesIllFormedOutputNames(),
        new RefusesOutputNames(),
        new DemandsOutputNames(),
        new RefusesMembersBesideContent(),
    ];
}

internal sealed class TakesAnyNode()
    : FlowDefect("takes any nodeName for the input node", "nodes/unknown-node", "inputs[].nodeName/pattern/rejected")
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["body/invalid-utf8"];

    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Members(m => m with { NodeName = m.NodeName with { Check = _ => null } }) with
        {
            FitsFlow = (flow, input) => InvokeFlow.Misfit(flow, input with { NodeName = flow.InputNode }),
        };
}

internal sealed class TakesUnknownNodes()
    : FlowDefect("takes an input for a node that the flow does not have", "nodes/unknown-node")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            FitsFlow = (flow, input) => InvokeFlow.Misfit(flow, input with { NodeName = flow.InputNode }),
        };
}

internal sealed class TakesIllFormedNodeNames()
    : FlowDefect("takes an ill-formed nodeName for the input node", "inputs[].nodeName/pattern/rejected")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Bodies(body =>
        {
            if (
                FlowTwists.InputOf(body) is { } input
                && FlowTwists.TextOf(input["nodeName"]) is { } name
                && FlowChecks.NodeName(name) is not null
            )
                input["nodeName"] = Offer.InputNode;
        });
}

internal sealed class TakesIllFormedOutputNames()
    : FlowDefect("passes over an ill-formed nodeOutputName", "inputs[].nodeOutputName/pattern/rejected")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Bodies(body =>
        {
            if (
                FlowTwists.InputOf(body) is { } input
                && FlowTwists.TextOf(input["nodeOutputName"]) is { } name
                && FlowChecks.NodeName(name) is not null
            )
                input.Remove("nodeOutputName");
        });
}

internal sealed class RefusesOutputNames()
    : FlowDefect(
        "refuses nodeOutputName",
        "request/all-members/accepted",
        "inputs[].nodeOutputName/type/accepted",
        "inputs[].nodeOutputName/pattern/accepted"
    )
{
    /// <summary>The member is part of an ordinary input.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["inputs/type/accepted", "inputs[]/type/accepted"];

    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Members(m => m with { NodeOutputName = m.NodeOutputName with { Check = _ => "expected none" } });
}

internal sealed class DemandsOutputNames()
    : FlowDefect(
        "demands nodeOutputName",
        "request/required-only/accepted",
        "inputs[].nodeOutputName/optional/accepted"
    )
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Members(m => m with { NodeOutputName = m.NodeOutputName with { IsRequired = true } });
}

internal sealed class RefusesMembersBesideContent()
    : FlowDefect("refuses inputs of more than two members", "request/all-members/accepted")
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow =>
        ["inputs[].nodeOutputName/*/accepted", "inputs/type/accepted", "inputs[]/type/accepted"];

    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Members(m =>
            m with
            {
                Input = json =>
                    json.ValueKind == System.Text.Json.JsonValueKind.Object && json.GetPropertyCount() > 2
                        ? new(default, "expected two members")
                        : m.Input(json),
            }
        );
}
