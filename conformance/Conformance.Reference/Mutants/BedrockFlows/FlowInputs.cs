using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Bodies with the wrong inputs in them, that are taken all the same.</summary>
internal static class FlowInputs
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        TakesInputs("TakesNoInputs", "an array without an input", "minItems/rejected", i => Count(i) == 0, StandIn),
        TakesInputs("TakesTwoInputs", "the first of two inputs", "maxItems/rejected", i => Count(i) == 2, First),
        TakesInputs("TakesManyInputs", "the first of many inputs", "maxItems/rejected", i => Count(i) >= 10, First),
        TakesInputs(
            "TakesAnInputOutsideOfAnArray",
            "an input that stands in no array",
            "type/rejected",
            IsObject,
            Alone
        ),
        TakesInputs("TakesTextAsInputs", "a text as inputs", "type/rejected", IsValue, StandIn),
        Row(
            "TakesTextAsInput",
            "takes a text as an input",
            ["inputs[]/type/rejected"],
            () => Bodies(body => Replace(body, "inputs", IsOneValue, StandIn))
        ),
        Row(
                "TakesInputsThatAreMissing",
                "takes a body without inputs",
                ["inputs/required/rejected", "body/empty"],
                () => Bodies(body => body.TryAdd("inputs", StandIn()))
            )
            // The error that a missing member provokes is looked for elsewhere.
            .AlsoBreaking("body/*"),
        TakesInputs("TakesNullAsInputs", "null as inputs", "required/null-rejected", IsNull, StandIn),
        TakesWithout("TakesContentThatIsMissing", "content", SomeContent),
        TakesAs("TakesNullAsContent", "null", "content", "required/null-rejected", IsNull, SomeContent),
        TakesAs("TakesBareTextAsContent", "a text", "content", "type/rejected", IsValue, Content),
        TakesAs("TakesBareArrayAsContent", "an array", "content", "type/rejected", IsArray, Content),
        TakesWithout("TakesNodeNameThatIsMissing", "nodeName", InputNode),
        TakesAs("TakesNullAsNodeName", "null", "nodeName", "required/null-rejected", IsNull, InputNode),
        TakesAs("TakesNumberAsNodeName", "a number", "nodeName", "type/rejected", IsNumber, InputNode),
        TakesAs("TakesArrayAsNodeName", "an array", "nodeName", "type/rejected", IsArray, InputNode),
        TakesAs("TakesAnythingAsNodeOutputName", "anything", "nodeOutputName", "type/rejected", IsPresent, Nothing)
            .AlsoBreaking("inputs[].nodeOutputName/pattern/rejected"),
        TakesAs("TakesNumberAsNodeOutputName", "a number", "nodeOutputName", "type/rejected", IsNumber, Nothing),
    ];

    /// <summary>What should be rejected as the list of inputs is replaced by another list.</summary>
    private static Mutant TakesInputs(
        string name,
        string what,
        string breaks,
        Func<JsonNode?, bool> takes,
        Func<JsonNode?, JsonNode?> instead
    ) =>
        Row(name, $"takes {what}", [$"inputs/{breaks}"], () => Bodies(body => Replace(body, "inputs", takes, instead)));

    /// <summary>An input that lacks a member gets it.</summary>
    private static Mutant TakesWithout(string name, string member, Func<JsonNode?, JsonNode?> instead) =>
        Row(
            name,
            $"takes an input without {member}",
            [$"inputs[].{member}/required/rejected"],
            () => Bodies(body => FlowJson.InputOf(body)?.TryAdd(member, instead(null)))
        );

    /// <summary>A member of the only input that should be rejected is replaced.</summary>
    private static Mutant TakesAs(
        string name,
        string what,
        string member,
        string breaks,
        Func<JsonNode?, bool> takes,
        Func<JsonNode?, JsonNode?> instead
    ) =>
        Row(
            name,
            $"takes {what} as {member}",
            [$"inputs[].{member}/{breaks}"],
            () => Bodies(body => Replace(FlowJson.InputOf(body), member, takes, instead))
        );

    /// <summary>Replaces a member where it is taken, or leaves it out where there is nothing instead.</summary>
    internal static void Replace(
        JsonObject? members,
        string name,
        Func<JsonNode?, bool> takes,
        Func<JsonNode?, JsonNode?> instead
    )
    {
        if (members is null || !members.TryGetPropertyValue(name, out var value) || !takes(value))
            return;
        var other = instead(value?.DeepClone());
        members.Remove(name);
        if (other is not null)
            members[name] = other;
    }

    private static int Count(JsonNode? node) => node is JsonArray array ? array.Count : -1;

    private static bool IsNull(JsonNode? node) => node is null;

    private static bool IsPresent(JsonNode? node) => node is not null;

    private static bool IsObject(JsonNode? node) => node is JsonObject;

    private static bool IsArray(JsonNode? node) => node is JsonArray;

    private static bool IsValue(JsonNode? node) => node is JsonValue;

    private static bool IsOneValue(JsonNode? node) => node is JsonArray { Count: 1 } array && array[0] is JsonValue;

    private static bool IsNumber(JsonNode? node) => node.Is(JsonValueKind.Number);

    /// <summary>An input that fits every flow, in a list.</summary>
    internal static JsonArray StandIn(JsonNode? wrong = null) =>
        new(new JsonObject { ["content"] = SomeContent(wrong), ["nodeName"] = Offer.InputNode });

    private static JsonArray First(JsonNode? inputs) => new(inputs!.AsArray()[0]?.DeepClone());

    private static JsonArray Alone(JsonNode? input) => new(input);

    private static JsonObject SomeContent(JsonNode? wrong) => Content("a stand-in");

    private static JsonObject Content(JsonNode? document) => new() { ["document"] = document };

    internal static JsonNode InputNode(JsonNode? wrong) => Offer.InputNode;

    internal static JsonNode? Nothing(JsonNode? wrong) => null;
}
