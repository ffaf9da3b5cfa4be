using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>A row of a list of variants of InvokeFlow.</summary>
internal static class FlowVariant
{
    /// <param name="name">Its name.</param>
    /// <param name="says">What is its own, in words that follow "the target".</param>
    /// <param name="allowedBy">What allows it: an interpretation, or a source.</param>
    /// <param name="behaviour">Makes the other behaviour, and what that remembers.</param>
    public static Variant Row(string name, string says, string allowedBy, Func<BedrockFlowsBehaviour> behaviour) =>
        new(name, "bedrock-flows", says, allowedBy) { Change = right => right with { BedrockFlows = behaviour() } };
}
