using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Variants.BedrockFlows.FlowVariant;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Documents that come back as the same values in other writing.</summary>
internal static class DocumentForms
{
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static readonly ImmutableArray<Variant> Rows =
    [
        WritesOutputs("EscapesAllBeyondAscii", "escapes all beyond ASCII", "rfc8259", node => node.ToJsonString()),
        WritesOutputs(
            "EscapesNothing",
            "escapes no more than it has to",
            "rfc8259",
            node => node.ToJsonString(Relaxed)
        ),
        WritesOutputs(
            "ReversesMembersOfDocuments",
            "writes the members of documents in another order",
            "rfc8259",
            node => Reversed(node)!.ToJsonString()
        ),
        WritesNumbers("WritesNumbersAsDoubles", "rounds numbers to doubles", "R38", AsDouble),
        WritesNumbers("WritesNumbersWithExponents", "writes numbers with exponents", "rfc8259", WithExponent),
        WritesOutputs("IndentsDocuments", "indents documents", "rfc8259", node => node.ToJsonString(Indented)),
    ];

    /// <summary>The output is written in another way.</summary>
    private static Variant WritesOutputs(string name, string says, string allowedBy, Func<JsonNode, string> write) =>
        Row(name, says, allowedBy, () => Payloads(Output, json => write(JsonNode.Parse(json)!)));

    private static JsonNode? Reversed(JsonNode? node) =>
        FlowJson.EachWithin(node is JsonObject members ? WithLastFirst(members) : node, Reversed);

    private static JsonObject WithLastFirst(JsonObject members) =>
        new(members.Reverse().ToList().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));

    /// <summary>The numbers in the output are written in another way.</summary>
    private static Variant WritesNumbers(string name, string says, string allowedBy, Func<string, JsonNode?> write) =>
        WritesOutputs(
            name,
            says,
            allowedBy,
            node =>
                FlowJson
                    .Leaves(node, leaf => leaf.Is(JsonValueKind.Number) ? write(leaf!.ToJsonString()) : leaf)!
                    .ToJsonString()
        );

    private static JsonValue? AsDouble(string number) =>
        double.Parse(number, CultureInfo.InvariantCulture) is var value && double.IsFinite(value)
            ? JsonValue.Create(value)
            : null;

    private static JsonNode? WithExponent(string number) =>
        JsonNode.Parse(number.Contains('e', StringComparison.OrdinalIgnoreCase) ? number : $"{number}e0");
}
