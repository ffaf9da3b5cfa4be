using System.Collections.Immutable;
using Conformance.Reference.Defects;
using Conformance.Reference.Defects.NovaAct;

namespace Conformance.Reference.Mutants;

/// <summary>Every wrong implementation, by API and subject: the one place where their lists stand together.</summary>
public static class AllMutants
{
    public static readonly ImmutableArray<Mutant> List =
    [
        // Nova Act: constraints
        .. Old(Presence.All),
        .. Old(Types.All),
        .. Old(Numbers.All),
        .. Old(Lengths.All),
        .. Old(Anchors.All),
        .. Old(Alphabets.All),
        .. Old(NarrowAlphabets.All),
        // Nova Act: behaviours
        .. Old(Bodies.All),
        .. From("NovaAct/Uris", Mutants.NovaAct.Uris.Rows),
        .. Old(Answers.All),
        .. Old(ErrorStatuses.All),
        .. Old(ErrorMembers.All),
        .. Old(Tokens.All),
        .. Old(Existence.All),
        .. Old(Identity.All),
        .. Old(ServerFaults.All),
        .. Old(Rarely.All),
        // Bedrock: InvokeFlow
        .. From("BedrockFlows/FlowInputs", BedrockFlows.FlowInputs.Rows),
        .. From("BedrockFlows/FlowNodes", BedrockFlows.FlowNodes.Rows),
        .. From("BedrockFlows/FlowIdentifiers", BedrockFlows.FlowIdentifiers.Rows),
        .. From("BedrockFlows/FlowPaths", BedrockFlows.FlowPaths.Rows),
        .. From("BedrockFlows/UnknownFlows", BedrockFlows.UnknownFlows.Rows),
        .. From("BedrockFlows/InvocationBodies", BedrockFlows.InvocationBodies.Rows),
        .. From("BedrockFlows/FlowResponses", BedrockFlows.FlowResponses.Rows),
        .. From("BedrockFlows/FlowErrorForms", BedrockFlows.FlowErrorForms.Rows),
        .. From("BedrockFlows/StreamMediaTypes", BedrockFlows.StreamMediaTypes.Rows),
        .. From("BedrockFlows/FrameBytes", BedrockFlows.FrameBytes.Rows),
        .. From("BedrockFlows/FrameHeaders", BedrockFlows.FrameHeaders.Rows),
        .. From("BedrockFlows/EventPayloads", BedrockFlows.EventPayloads.Rows),
        .. From("BedrockFlows/EventMembers", BedrockFlows.EventMembers.Rows),
        .. From("BedrockFlows/StreamEndings", BedrockFlows.StreamEndings.Rows),
        .. From("BedrockFlows/FlowFailures", BedrockFlows.FlowFailures.Rows),
        .. From("BedrockFlows/WrongFlowErrors", BedrockFlows.WrongFlowErrors.Rows),
        .. From("BedrockFlows/DocumentTexts", BedrockFlows.DocumentTexts.Rows),
        .. From("BedrockFlows/DocumentValues", BedrockFlows.DocumentValues.Rows),
        .. From("BedrockFlows/RareFlows", BedrockFlows.RareFlows.Rows),
        // Pennsieve
        .. Old(Defects.Pennsieve.PennsieveDefects.All),
    ];

    private static IEnumerable<Mutant> From(string file, ImmutableArray<Mutant> rows) =>
        rows.Select(row => row with { File = $"Mutants/{file}.cs" });

    private static IEnumerable<Mutant> Old(ImmutableArray<OldDefect> defects) => defects.Select(d => d.ToRow());
}
