using Conformance.Engine.Behaviours;

namespace Conformance.Apis.NovaAct;

/// <summary>What Nova Act's register states that no other API has; the rest is tested by the engine's scenarios.</summary>
internal static class NovaActModule
{
    public static readonly ApiModule Module = new(
        "nova-act",
        [new("idempotency/status-of-a-replay", StatusOfReplays.Observe) { Operation = "CreateWorkflowRun" }]
    );
}
