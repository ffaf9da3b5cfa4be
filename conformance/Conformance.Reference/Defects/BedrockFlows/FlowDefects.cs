using System.Collections.Immutable;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Every wrong implementation of InvokeFlow.</summary>
public static class FlowDefects
{
    public static readonly ImmutableArray<Defect> All =
    [
        .. Frames.All,
        .. FrameHeaders.All,
        .. Endings.All,
        .. Failures.All,
        .. WrongErrors.All,
        .. MediaTypes.All,
    ];
}
