using System.Collections.Immutable;
using Conformance.Reference.Variants.NovaAct;

namespace Conformance.Reference.Variants;

/// <summary>Every right implementation that is not the reference: the one place where their lists stand together.</summary>
public static class AllVariants
{
    public static readonly ImmutableArray<Variant> List =
    [
        // Nova Act
        .. Old(Requests.All),
        .. Old(Errors.All),
        .. Old(Answers.All),
        .. Old(States.All),
        .. Old(Wires.All),
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
        .. Old(Pennsieve.PennsieveVariants.All),
    ];

    internal static IEnumerable<Variant> From(string file, ImmutableArray<Variant> rows) =>
        rows.Select(row => row with { File = $"Variants/{file}.cs" });

    private static IEnumerable<Variant> Old(ImmutableArray<OldVariant> variants) => variants.Select(v => v.ToRow());
}
