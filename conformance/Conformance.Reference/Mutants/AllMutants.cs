using System.Collections.Immutable;
using Conformance.Reference.Defects;

namespace Conformance.Reference.Mutants;

/// <summary>Every wrong implementation, by API and subject: the one place where their lists stand together.</summary>
public static class AllMutants
{
    public static readonly ImmutableArray<Mutant> List =
    [
        // Nova Act: constraints
        .. From("NovaAct/MissingMembers", Mutants.NovaAct.MissingMembers.Rows),
        .. From("NovaAct/DemandedMembers", Mutants.NovaAct.DemandedMembers.Rows),
        .. From("NovaAct/MistakenTypes", Mutants.NovaAct.MistakenTypes.Rows),
        .. From("NovaAct/NumbersAndFreeTexts", Mutants.NovaAct.NumbersAndFreeTexts.Rows),
        .. From("NovaAct/TextLengths", Mutants.NovaAct.TextLengths.Rows),
        .. From("NovaAct/PatternAnchors", Mutants.NovaAct.PatternAnchors.Rows),
        .. From("NovaAct/WideAlphabets", Mutants.NovaAct.WideAlphabets.Rows),
        .. From("NovaAct/NarrowAlphabets", Mutants.NovaAct.NarrowAlphabets.Rows),
        .. From("NovaAct/CarelessTexts", Mutants.NovaAct.CarelessTexts.Rows),
        // Nova Act: behaviours
        .. From("NovaAct/JsonBodies", Mutants.NovaAct.JsonBodies.Rows),
        .. From("NovaAct/Uris", Mutants.NovaAct.Uris.Rows),
        .. From("NovaAct/SuccessResponses", Mutants.NovaAct.SuccessResponses.Rows),
        .. From("NovaAct/EveryResponse", Mutants.NovaAct.EveryResponse.Rows),
        .. From("NovaAct/ErrorStatuses", Mutants.NovaAct.ErrorStatuses.Rows),
        .. From("NovaAct/ErrorBodies", Mutants.NovaAct.ErrorBodies.Rows),
        .. From("NovaAct/ErrorMembers", Mutants.NovaAct.ErrorMembers.Rows),
        .. From("NovaAct/ClientTokens", Mutants.NovaAct.ClientTokens.Rows),
        .. From("NovaAct/RepeatedRequests", Mutants.NovaAct.RepeatedRequests.Rows),
        .. From("NovaAct/Races", Mutants.NovaAct.Races.Rows),
        .. From("NovaAct/UniqueNames", Mutants.NovaAct.UniqueNames.Rows),
        .. From("NovaAct/Existence", Mutants.NovaAct.Existence.Rows),
        .. From("NovaAct/ReadBack", Mutants.NovaAct.ReadBack.Rows),
        .. From("NovaAct/ServerFaults", Mutants.NovaAct.ServerFaults.Rows),
        .. From("NovaAct/UnsignedRequests", Mutants.NovaAct.UnsignedRequests.Rows),
        .. From("NovaAct/RareResponses", Mutants.NovaAct.RareResponses.Rows),
        .. From("NovaAct/RareFaults", Mutants.NovaAct.RareFaults.Rows),
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
        .. From("Pennsieve/RunModes", Pennsieve.RunModes.Rows),
        .. From("Pennsieve/RunContent", Pennsieve.RunContent.Rows),
        .. From("Pennsieve/RunMemberTypes", Pennsieve.RunMemberTypes.Rows),
        .. From("Pennsieve/RunMemberDemands", Pennsieve.RunMemberDemands.Rows),
        .. From("Pennsieve/RunWebhooks", Pennsieve.RunWebhooks.Rows),
        .. From("Pennsieve/WebhookContexts", Pennsieve.WebhookContexts.Rows),
        .. From("Pennsieve/WebhookSignatures", Pennsieve.WebhookSignatures.Rows),
        .. From("Pennsieve/RunBodies", Pennsieve.RunBodies.Rows),
        .. From("Pennsieve/RunResponses", Pennsieve.RunResponses.Rows),
        .. From("Pennsieve/RareRuns", Pennsieve.RareRuns.Rows),
    ];

    private static IEnumerable<Mutant> From(string file, ImmutableArray<Mutant> rows) =>
        rows.Select(row => row with { File = $"Mutants/{file}.cs" });

    private static IEnumerable<Mutant> Old(ImmutableArray<OldDefect> defects) => defects.Select(d => d.ToRow());
}
