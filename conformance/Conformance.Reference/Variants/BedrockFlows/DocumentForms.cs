using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Documents that come back as the same values in other writing.</summary>
internal static class DocumentForms
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new EscapesAllBeyondAscii(),
        new EscapesNothing(),
        new ReversesMembersOfDocuments(),
        new WritesNumbersAsDoubles(),
        new WritesNumbersWithExponents(),
        new IndentsDocuments(),
    ];

    public static JsonNode? Reversed(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Reverse().ToList().Select(m => KeyValuePair.Create(m.Key, Reversed(m.Value?.DeepClone())))
            ),
            JsonArray array => new JsonArray([.. array.Select(item => Reversed(item?.DeepClone()))]),
            _ => node,
        };

    public static JsonNode? WithNumbers(JsonNode? node, Func<string, JsonNode?> write) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.ToList().Select(m => KeyValuePair.Create(m.Key, WithNumbers(m.Value?.DeepClone(), write)))
            ),
            JsonArray array => new JsonArray([.. array.Select(item => WithNumbers(item?.DeepClone(), write))]),
            _ when node?.GetValueKind() == JsonValueKind.Number => write(node.ToJsonString()),
            _ => node,
        };
}

/// <summary>The output is written in another way.</summary>
internal abstract class WritesOutputs(string says, string allowedBy, Func<JsonNode, string> write)
    : FlowVariant(says, allowedBy)
{
    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Payloads(FlowTwists.Output, json => write(JsonNode.Parse(json)!));

    protected static JsonSerializerOptions Escaping(JavaScriptEncoder encoder) => new() { Encoder = encoder };
}

internal sealed class EscapesAllBeyondAscii()
    : WritesOutputs("escapes all beyond ASCII", "rfc8259", node => node.ToJsonString());

internal sealed class EscapesNothing()
    : WritesOutputs(
        "escapes no more than it has to",
        "rfc8259",
        node => node.ToJsonString(Escaping(JavaScriptEncoder.UnsafeRelaxedJsonEscaping))
    );

internal sealed class IndentsDocuments()
    : WritesOutputs(
        "indents documents",
        "rfc8259",
        node => node.ToJsonString(new JsonSerializerOptions { WriteIndented = true })
    );

internal sealed class ReversesMembersOfDocuments()
    : WritesOutputs(
        "writes the members of documents in another order",
        "rfc8259",
        node => DocumentForms.Reversed(node)!.ToJsonString()
    );

internal sealed class WritesNumbersAsDoubles()
    : WritesOutputs(
        "rounds numbers to doubles",
        "R38",
        node =>
            DocumentForms
                .WithNumbers(
                    node,
                    number =>
                        double.Parse(number, CultureInfo.InvariantCulture) is var value && double.IsFinite(value)
                            ? JsonValue.Create(value)
                            : null
                )!
                .ToJsonString()
    );

internal sealed class WritesNumbersWithExponents()
    : WritesOutputs(
        "writes numbers with exponents",
        "rfc8259",
        node => DocumentForms.WithNumbers(node, number => JsonNode.Parse(Exponential(number)))!.ToJsonString()
    )
{
    private static string Exponential(string number) =>
        number.Contains('e', StringComparison.OrdinalIgnoreCase)
            ? number
            : new StringBuilder(number).Append("e0").ToString();
}
