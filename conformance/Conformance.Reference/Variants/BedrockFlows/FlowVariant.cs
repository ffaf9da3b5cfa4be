using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>A right InvokeFlow that is not the reference.</summary>
/// <param name="says">What is its own, in words that follow "the target".</param>
/// <param name="allowedBy">What allows it: a reading in dispute, or a source.</param>
internal abstract class FlowVariant(string says, string allowedBy) : OldVariant("bedrock-flows", says, allowedBy)
{
    public sealed override ReferenceOptions Apply(ReferenceOptions right) => right with { BedrockFlows = Twist() };

    /// <summary>The other behaviour; what it remembers is made here.</summary>
    protected abstract BedrockFlowsBehaviour Twist();
}
