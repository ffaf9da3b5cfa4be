using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>The measure for all others.</summary>
internal static class RightOnes
{
    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        new("ServesNovaAct", "nova-act", "responds correctly", Conformant),
        new("ServesFlows", "bedrock-flows", "responds correctly", Conformant),
        new("ServesRuns", "pennsieve", "responds correctly", Conformant),
    ];
}
