using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Variants.BedrockFlows.FlowVariant;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Events in JSON, as the document prints them (D3:51).</summary>
internal static class StreamEncodings
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static readonly ImmutableArray<Variant> Rows =
    [
        Encodes("SendsJsonArray", "sends events as a JSON array", EventEncoding.JsonArray),
        Encodes("SendsJsonLines", "sends events as lines of JSON", EventEncoding.JsonLines),
        Encodes("SendsOneJsonObject", "sends events as members of one JSON object", EventEncoding.JsonObject),
        Encodes(
            "SendsIndentedJson",
            "sends an indented array of events",
            Each(e => e.ToJsonString(Indented), "[\n", ",\n\n", "\n]\n")
        ),
        Encodes(
            "SendsJsonWithEveryMember",
            "sends objects with null for every event that they are not",
            Each(WithEveryMember, "", "\n", "")
        ),
        Encodes(
            "SendsJsonWithCharset",
            "sends JSON with a declared charset",
            EventEncoding.JsonArray with
            {
                MediaType = "application/json; charset=utf-8",
            }
        ),
        Encodes(
            "SaysStreamTypeInCapitals",
            "writes the media type of streams in capitals",
            EventEncoding.Frames with
            {
                MediaType = "Application/Vnd.Amazon.EventStream",
            }
        ),
    ];

    /// <summary>Events are written in another way.</summary>
    private static Variant Encodes(string name, string says, EventEncoding encoding) =>
        Row(name, says, "D3:51, R33", () => Correct with { Encoding = encoding });

    /// <summary>Each event as text of its own.</summary>
    private static EventEncoding Each(Func<JsonObject, string> write, string begin, string between, string end) =>
        new(
            "application/json",
            events =>
                events
                    .Select((e, n) => (n == 0 ? begin : between) + write(new() { [e.Name] = JsonNode.Parse(e.Text()) }))
                    .Append(end)
                    .Select(text => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text))
        );

    private static string WithEveryMember(JsonObject one)
    {
        foreach (var error in FlowError.All)
            one.TryAdd(error.EventName, null);
        one.TryAdd(Output, null);
        one.TryAdd(Completion, null);
        return one.ToJsonString();
    }
}
