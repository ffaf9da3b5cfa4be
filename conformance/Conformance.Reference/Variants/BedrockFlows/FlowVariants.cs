using System.Collections.Immutable;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Every right InvokeFlow that is not the reference.</summary>
public static class FlowVariants
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        .. Encodings.All,
        .. Deliveries.All,
        .. Messages.All,
        .. Happenings.All,
        .. FlowEndings.All,
        .. Lookups.All,
        .. ErrorForms.All,
        .. Inputs.All,
        .. DocumentForms.All,
    ];
}
