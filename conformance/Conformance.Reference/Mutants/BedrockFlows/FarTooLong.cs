using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>What is a little too long is rejected, and what is far too long is more than the server can take.</summary>
internal static class FarTooLong
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
            "FailsOnFlowsOf8Kilobytes",
            "responds with 500 to a flowIdentifier of more than 8 KiB",
            ["flowIdentifier/maxLength/rejected", "robustness/no-server-error"],
            () =>
                Correct with
                {
                    FlowIdentifierInPath = flow =>
                        flow.Length > 8192 ? throw TooLong() : FlowChecks.FlowIdentifier(flow),
                }
        ),
        Row(
            "FailsOnNodeNamesAbove1000",
            "responds with 500 to a nodeName of more than 1000 characters",
            ["inputs[].nodeName/pattern/rejected", "robustness/no-server-error"],
            () =>
                Members(m =>
                    m with
                    {
                        NodeName = m.NodeName with
                        {
                            Check = name => name.Length > 1000 ? throw TooLong() : FlowChecks.NodeName(name),
                        },
                    }
                )
        ),
    ];

    private static InvalidOperationException TooLong() => new("the pattern takes too many steps");
}
