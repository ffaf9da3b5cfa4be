using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>The measure for all others.</summary>
internal static class RightOnes
{
    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        new("ServesNovaAct", "nova-act", "answers right", Conformant),
        new("ServesFlows", "bedrock-flows", "answers right", Conformant),
        new("ServesRuns", "pennsieve", "answers right", Conformant),
    ];
}
