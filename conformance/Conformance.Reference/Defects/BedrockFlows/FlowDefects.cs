using System.Collections.Immutable;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Every wrong implementation of InvokeFlow.</summary>
public static class FlowDefects
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        .. FlowInputs.All,
        .. FlowNodes.All,
        .. FlowIdentifiers.All,
        .. Unknowns.All,
        .. FlowBodies.All,
        .. FlowAnswers.All,
        .. FlowErrorForms.All,
        .. MediaTypes.All,
        .. Frames.All,
        .. FrameHeaders.All,
        .. Payloads.All,
        .. EventMembers.All,
        .. Endings.All,
        .. Failures.All,
        .. WrongErrors.All,
        .. Documents.All,
        .. RareFlows.All,
    ];
}
