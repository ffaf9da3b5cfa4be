using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Members of the body that are taken from other JSON, or rejected where they are valid.</summary>
internal static class RunMemberTypes
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Takes(
            "TakesNumberForInstance",
            "a number",
            "workflowInstanceId",
            m => m with { InstanceId = Interpretation(m.InstanceId, JsonValueKind.Number, Offered.InstanceId) }
        ),
        Takes(
            "TakesArrayForConfiguration",
            "an array",
            "workflowInstanceConfiguration",
            m => m with { Configuration = Interpretation(m.Configuration, JsonValueKind.Array, KnownConfiguration) }
        ),
        Takes(
            "TakesNumberForLabel",
            "a number",
            "name",
            m => m with { Label = Interpretation(m.Label, JsonValueKind.Number, "7") }
        ),
        Takes(
            "TakesArrayForDataSources",
            "an array",
            "dataSources",
            m => m with { DataSources = Interpretation(m.DataSources, JsonValueKind.Array, Nothing) }
        ),
        Takes(
            "TakesTextForDataTargets",
            "text",
            "dataTargets",
            m => m with { DataTargets = Interpretation(m.DataTargets, JsonValueKind.String, Nothing) }
        ),
        Takes(
            "TakesArrayForProcessorParams",
            "an array",
            "processorParams",
            m => m with { ProcessorParams = Interpretation(m.ProcessorParams, JsonValueKind.Array, Nothing) }
        ),
        Takes(
            "TakesArrayForTags",
            "an array",
            "tags",
            m => m with { Tags = Interpretation(m.Tags, JsonValueKind.Array, Nothing) }
        ),
        Takes(
            "TakesTextForLayers",
            "text",
            "layers",
            m => m with { Layers = Interpretation(m.Layers, JsonValueKind.String, []) }
        ),
        Takes(
            "TakesNumberInLayers",
            "an array of numbers",
            "layers[]",
            m =>
                m with
                {
                    Layers = m.Layers with { Kind = json => AreNumbers(json) ? new([], null) : m.Layers.Kind(json) },
                }
        ),
        TakesLayers(
            "SplitsTextForLayers",
            "a text with commas",
            "layers",
            IsText,
            json => json.GetString()!.Split(',')
        ),
        TakesLayers("TakesLayerForLayers", "one of them alone", "layers", IsText, json => [json.GetString()!]),
        TakesLayers("DropsNullAmongLayers", "an array with null", "layers[]", HasNull, TextsOf),
        TakesLayers(
                "LooksAtFirstLayerAlone",
                "an array that begins right",
                "layers[]",
                BeginsRight,
                json => [TextsOf(json)[0]]
            )
            .AlsoBreaking("layers/*"),
        Takes(
            "TakesNumberForCallbackUrl",
            "a number",
            "completionCallbackUrl",
            m =>
                m with
                {
                    CallbackUrl = Interpretation(m.CallbackUrl, JsonValueKind.Number, "http://callback.invalid/"),
                }
        ),
        Takes(
            "TakesTextForCap",
            "text",
            "executionBudgetUsd",
            m => m with { BudgetUsd = Interpretation(m.BudgetUsd, JsonValueKind.String, 0) }
        ),
        Takes(
            "TakesTrueForCap",
            "true",
            "executionBudgetUsd",
            m => m with { BudgetUsd = Interpretation(m.BudgetUsd, JsonValueKind.True, 1) }
        ),
        ChangesMembers(
            "RejectsFractionsOfCap",
            "rejects a cost cap with cents",
            "executionBudgetUsd/type/accepted",
            m => m with { BudgetUsd = m.BudgetUsd with { Check = usd => double.IsInteger(usd) ? null : "no cents" } }
        ),
        ChangesMembers(
            "RejectsLabelsBeyondAscii",
            "rejects labels with letters beyond ASCII",
            "name/type/accepted",
            m => m with { Label = m.Label with { Check = v => v.All(char.IsAscii) ? null : "expected ASCII" } }
        ),
    ];

    /// <summary>A member is read from JSON of another kind as well.</summary>
    private static Mutant Takes(string name, string what, string member, Func<RunMembers, RunMembers> change) =>
        ChangesMembers(name, $"takes {what} for {member}", $"{member}/type/rejected", change);

    /// <summary>What is demanded of one member is another thing.</summary>
    private static Mutant ChangesMembers(
        string name,
        string says,
        string breaks,
        Func<RunMembers, RunMembers> change
    ) => Row(name, says, [breaks], () => Members(change));

    /// <summary>The member that is read as this value where the JSON is of this kind.</summary>
    private static Member<T> Interpretation<T>(Member<T> member, JsonValueKind kind, T value) =>
        member with
        {
            Kind = json => json.ValueKind == kind ? new(value, null) : member.Kind(json),
        };

    private static JsonElement KnownConfiguration => JsonElement.Parse(Offered.ConfigurationJson);

    private static JsonElement Nothing => JsonElement.Parse("{}");

    private static bool AreNumbers(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(l => l.ValueKind == JsonValueKind.Number);

    private static Mutant TakesLayers(
        string name,
        string what,
        string member,
        Func<JsonElement, bool> isTaken,
        Func<JsonElement, string[]> taken
    ) =>
        Takes(
            name,
            what,
            member,
            m =>
                m with
                {
                    Layers = m.Layers with
                    {
                        Kind = json => isTaken(json) ? new([.. taken(json)], null) : m.Layers.Kind(json),
                    },
                }
        );

    private static bool IsText(JsonElement json) => json.ValueKind == JsonValueKind.String;

    private static bool HasNull(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array
        && json.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null)
        && json.EnumerateArray().All(item => item.ValueKind is JsonValueKind.Null or JsonValueKind.String);

    private static bool BeginsRight(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.EnumerateArray().Select(IsText).FirstOrDefault();

    private static string[] TextsOf(JsonElement json) =>
        [.. json.EnumerateArray().Where(IsText).Select(item => item.GetString()!)];
}
