namespace Conformance.Reference.Variants;

/// <summary>Every variant, by API and subject: the one place where their lists stand together.</summary>
public static class AllVariants
{
    public static readonly ImmutableArray<Variant> List =
    [
        // Nova Act
        .. From("NovaAct/StrictRequests", NovaAct.StrictRequests.Rows),
        .. From("NovaAct/JsonInterpretations", NovaAct.JsonInterpretations.Rows),
        .. From("NovaAct/ErrorSpellings", NovaAct.ErrorSpellings.Rows),
        .. From("NovaAct/ResponseForms", NovaAct.ResponseForms.Rows),
        .. From("NovaAct/ResourceStates", NovaAct.ResourceStates.Rows),
        .. From("NovaAct/Surroundings", NovaAct.Surroundings.Rows),
        .. From("Wires", Wires.Rows),
        // Bedrock: InvokeFlow
        .. From("BedrockFlows/StreamEncodings", BedrockFlows.StreamEncodings.Rows),
        .. From("BedrockFlows/StreamDeliveries", BedrockFlows.StreamDeliveries.Rows),
        .. From("BedrockFlows/StreamMessages", BedrockFlows.StreamMessages.Rows),
        .. From("BedrockFlows/AllowedEvents", BedrockFlows.AllowedEvents.Rows),
        .. From("BedrockFlows/FlowFailureForms", BedrockFlows.FlowFailureForms.Rows),
        .. From("BedrockFlows/FlowLookups", BedrockFlows.FlowLookups.Rows),
        .. From("BedrockFlows/AllowedErrorForms", BedrockFlows.AllowedErrorForms.Rows),
        .. From("BedrockFlows/DisputedBodies", BedrockFlows.DisputedBodies.Rows),
        .. From("BedrockFlows/DocumentForms", BedrockFlows.DocumentForms.Rows),
        // Pennsieve
        .. From("Pennsieve/CallbackForms", Pennsieve.CallbackForms.Rows),
        .. From("Pennsieve/RunReplies", Pennsieve.RunReplies.Rows),
        .. From("Pennsieve/RunLeniency", Pennsieve.RunLeniency.Rows),
    ];

    private static IEnumerable<Variant> From(string file, ImmutableArray<Variant> rows) =>
        rows.Select(row => row with { File = $"Variants/{file}.cs" });
}
