namespace Conformance.Reference.Mutants;

/// <summary>Every mutant, by API and subject: the one place where their lists stand together.</summary>
public static class AllMutants
{
    public static readonly ImmutableArray<Mutant> List =
    [
        // Nova Act: constraints
        .. From("NovaAct/MissingMembers", NovaAct.MissingMembers.Rows),
        .. From("NovaAct/DemandedMembers", NovaAct.DemandedMembers.Rows),
        .. From("NovaAct/MistakenTypes", NovaAct.MistakenTypes.Rows),
        .. From("NovaAct/NumbersAndFreeTexts", NovaAct.NumbersAndFreeTexts.Rows),
        .. From("NovaAct/TextLengths", NovaAct.TextLengths.Rows),
        .. From("NovaAct/PatternAnchors", NovaAct.PatternAnchors.Rows),
        .. From("NovaAct/WideAlphabets", NovaAct.WideAlphabets.Rows),
        .. From("NovaAct/NarrowAlphabets", NovaAct.NarrowAlphabets.Rows),
        .. From("NovaAct/CarelessTexts", NovaAct.CarelessTexts.Rows),
        // Nova Act: behaviours
        .. From("NovaAct/JsonBodies", NovaAct.JsonBodies.Rows),
        .. From("NovaAct/Uris", NovaAct.Uris.Rows),
        .. From("NovaAct/SuccessResponses", NovaAct.SuccessResponses.Rows),
        .. From("NovaAct/EveryResponse", NovaAct.EveryResponse.Rows),
        .. From("NovaAct/ErrorStatuses", NovaAct.ErrorStatuses.Rows),
        .. From("NovaAct/ErrorBodies", NovaAct.ErrorBodies.Rows),
        .. From("NovaAct/ErrorMembers", NovaAct.ErrorMembers.Rows),
        .. From("NovaAct/ClientTokens", NovaAct.ClientTokens.Rows),
        .. From("NovaAct/RepeatedRequests", NovaAct.RepeatedRequests.Rows),
        .. From("NovaAct/Races", NovaAct.Races.Rows),
        .. From("NovaAct/UniqueNames", NovaAct.UniqueNames.Rows),
        .. From("NovaAct/Existence", NovaAct.Existence.Rows),
        .. From("NovaAct/ReadBack", NovaAct.ReadBack.Rows),
        .. From("NovaAct/ServerFaults", NovaAct.ServerFaults.Rows),
        .. From("NovaAct/UnsignedRequests", NovaAct.UnsignedRequests.Rows),
        .. From("NovaAct/RareResponses", NovaAct.RareResponses.Rows),
        .. From("NovaAct/RareFaults", NovaAct.RareFaults.Rows),
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
        // Bedrock: what shows only in some sizes, texts, orders and combinations
        .. From("BedrockFlows/LargeOutputs", BedrockFlows.LargeOutputs.Rows),
        .. From("BedrockFlows/TextsInStreams", BedrockFlows.TextsInStreams.Rows),
        .. From("BedrockFlows/VerbatimValues", BedrockFlows.VerbatimValues.Rows),
        .. From("BedrockFlows/MemberCombinations", BedrockFlows.MemberCombinations.Rows),
        .. From("BedrockFlows/NearMisses", BedrockFlows.NearMisses.Rows),
        .. From("BedrockFlows/RequestFraming", BedrockFlows.RequestFraming.Rows),
        .. From("BedrockFlows/ResponseFraming", BedrockFlows.ResponseFraming.Rows),
        .. From("BedrockFlows/FarTooLong", BedrockFlows.FarTooLong.Rows),
        .. From("BedrockFlows/RememberedRequests", BedrockFlows.RememberedRequests.Rows),
        .. From("BedrockFlows/CallsAtOnce", BedrockFlows.CallsAtOnce.Rows),
        .. From("BedrockFlows/OutputBuffers", BedrockFlows.OutputBuffers.Rows),
        .. From("BedrockFlows/ForeignScripts", BedrockFlows.ForeignScripts.Rows),
        .. From("BedrockFlows/MixedValues", BedrockFlows.MixedValues.Rows),
        .. From("BedrockFlows/LenientLookups", BedrockFlows.LenientLookups.Rows),
        .. From("BedrockFlows/HandWrittenHttp", BedrockFlows.HandWrittenHttp.Rows),
        .. From("BedrockFlows/CollidingRequests", BedrockFlows.CollidingRequests.Rows),
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
}
