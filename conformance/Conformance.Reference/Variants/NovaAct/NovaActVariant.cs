using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>A right implementation of Nova Act.</summary>
internal abstract class NovaActVariant(string says, string allowedBy) : OldVariant("nova-act", says, allowedBy)
{
    protected const NovaActOperation CreateDefinition = NovaActOperation.CreateWorkflowDefinition;

    protected const NovaActOperation CreateRun = NovaActOperation.CreateWorkflowRun;

    public sealed override ReferenceOptions Apply(ReferenceOptions right) => right with { NovaAct = Twist() };

    /// <summary>The behaviour; what it remembers is made here.</summary>
    protected virtual NovaActBehaviour Twist() => Twists.Correct;
}
