using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>A wrong implementation of InvokeFlow.</summary>
/// <param name="says">The lie, in words that follow "the target".</param>
/// <param name="breaks">Ids of the requirements that it breaks, without the names of the API and the operation.</param>
internal abstract class FlowDefect(string says, params ImmutableArray<string> breaks)
    : OldDefect("bedrock-flows", says, [.. breaks.Select(InOperation)])
{
    protected sealed override ImmutableArray<string> AlsoBreaks => [.. AlsoBreaksOfFlow.Select(InOperation)];

    /// <summary>What it may break beside, without the names of the API and the operation.</summary>
    protected virtual ImmutableArray<string> AlsoBreaksOfFlow => [];

    public sealed override ReferenceOptions Apply(ReferenceOptions right) =>
        Around(right) with
        {
            BedrockFlows = Twist(),
        };

    /// <summary>The wrong behaviour; what it remembers is made here.</summary>
    protected abstract BedrockFlowsBehaviour Twist();

    /// <summary>What else has to be different for the lie to show; nothing as a rule.</summary>
    protected virtual ReferenceOptions Around(ReferenceOptions right) => right;

    private static string InOperation(string id) => $"InvokeFlow/{id}";
}
