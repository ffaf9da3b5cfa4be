using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Events in JSON, as the document prints them (D3:51).</summary>
internal static class Encodings
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new SendsJsonArray(),
        new SendsJsonLines(),
        new SendsOneJsonObject(),
        new SendsIndentedJson(),
        new SendsJsonWithEveryMember(),
        new SendsJsonWithCharset(),
        new SaysStreamTypeInCapitals(),
    ];
}

/// <summary>Events are written in another way.</summary>
internal abstract class EncodesEvents(string says, EventEncoding encoding) : FlowVariant(says, "D3:51, R33")
{
    protected sealed override BedrockFlowsBehaviour Twist() => FlowTwists.Correct with { Encoding = encoding };

    /// <summary>Each event as text of its own.</summary>
    protected static EventEncoding Each(Func<JsonObject, string> write, string begin, string between, string end) =>
        new(
            "application/json",
            events =>
                events
                    .Select(
                        (e, n) =>
                            (n == 0 ? begin : between) + write(new JsonObject { [e.Name] = JsonNode.Parse(e.Text()) })
                    )
                    .Append(end)
                    .Select(text => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text))
        );
}

internal sealed class SendsJsonArray() : EncodesEvents("sends events as a JSON array", EventEncoding.JsonArray);

internal sealed class SendsJsonLines() : EncodesEvents("sends events as lines of JSON", EventEncoding.JsonLines);

internal sealed class SendsOneJsonObject()
    : EncodesEvents("sends events as members of one JSON object", EventEncoding.JsonObject);

internal sealed class SendsIndentedJson()
    : EncodesEvents(
        "sends an indented array of events",
        Each(e => e.ToJsonString(new JsonSerializerOptions { WriteIndented = true }), "[\n", ",\n\n", "\n]\n")
    );

internal sealed class SendsJsonWithEveryMember()
    : EncodesEvents("sends objects with null for every event that they are not", Each(WithEveryMember, "", "\n", ""))
{
    private static string WithEveryMember(JsonObject one)
    {
        foreach (var error in FlowError.All)
            one.TryAdd(error.EventName, null);
        one.TryAdd(FlowTwists.Output, null);
        one.TryAdd(FlowTwists.Completion, null);
        return one.ToJsonString();
    }
}

internal sealed class SendsJsonWithCharset()
    : EncodesEvents(
        "sends JSON with a declared charset",
        EventEncoding.JsonArray with
        {
            MediaType = "application/json; charset=utf-8",
        }
    );

internal sealed class SaysStreamTypeInCapitals()
    : EncodesEvents(
        "writes the media type of streams in capitals",
        EventEncoding.Frames with
        {
            MediaType = "Application/Vnd.Amazon.EventStream",
        }
    );
