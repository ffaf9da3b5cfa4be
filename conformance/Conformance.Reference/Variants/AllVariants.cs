using System.Collections.Immutable;
using Conformance.Reference.Variants.NovaAct;

namespace Conformance.Reference.Variants;

/// <summary>Every right implementation that is not the reference, by API and subject: the one place where they are listed.</summary>
public static class AllVariants
{
    public static readonly ImmutableArray<Variant> List =
    [
        .. Requests.All,
        .. Errors.All,
        .. Answers.All,
        .. States.All,
        .. Wires.All,
        .. BedrockFlows.FlowVariants.All,
        .. Pennsieve.PennsieveVariants.All,
    ];
}
