using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.DocumentValues;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Documents whose values do not come back when they stand beside certain others.</summary>
internal static class MixedValues
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    public static readonly ImmutableArray<Mutant> Rows =
    [
        ChangesDocuments(
            "TakesDottedNamesApart",
            "takes a member whose name has a dot in it for a member of a member",
            document => FlowJson.Everywhere(document, node => node is JsonObject members ? TakenApart(members) : node)
        ),
        ChangesDocuments(
            "TypesArraysByTheirFirstItem",
            "writes all values in an array as texts when the first of them is one",
            document =>
                FlowJson.Everywhere(
                    document,
                    node =>
                        node is JsonArray items && FlowJson.TextOf(items.FirstOrDefault()) is not null
                            ? new JsonArray([.. items.Select(AsText)])
                            : node
                )
        ),
        Row(
                "ForgetsFalsyDocumentsWithOutputName",
                "gives null for false, 0 and an empty text where nodeOutputName is there",
                ["document/any-json"],
                () =>
                    Correct with
                    {
                        Run = invocation =>
                            FlowRun.Of(
                                IsForgotten(invocation.Input)
                                    ? invocation with
                                    {
                                        Input = invocation.Input with { Document = Null },
                                    }
                                    : invocation
                            ),
                    }
            )
            .AlsoBreaking("document/*", "request/pairs-of-members/accepted"),
    ];

    private static JsonObject TakenApart(JsonObject members)
    {
        var whole = new JsonObject();
        foreach (var (name, value) in members)
        {
            var holder = whole;
            var parts = name.Split('.');
            foreach (var part in parts[..^1])
            {
                if (holder[part] is not JsonObject)
                    holder[part] = new JsonObject();
                holder = holder[part]!.AsObject();
            }
            holder[parts[^1]] = value?.DeepClone();
        }
        return whole;
    }

    private static JsonNode? AsText(JsonNode? item) =>
        item is JsonValue && FlowJson.TextOf(item) is null ? JsonValue.Create(item.ToJsonString()) : item?.DeepClone();

    private static bool IsForgotten(FlowInput input) =>
        input.NodeOutputName is not null && input.Document.GetRawText() is "false" or "0" or "\"\"";
}
