using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Variants.BedrockFlows.FlowVariant;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Messages of an event stream with other headers.</summary>
internal static class StreamMessages
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        WritesHeaders("WritesHeadersInReverse", "writes headers in another order", h => h.AsEnumerable().Reverse()),
        WritesHeaders(
            "WritesMoreHeaders",
            "writes headers that no document names",
            headers => headers.Prepend(new(":date", "2026-01-01")).Append(new("x-note", "żółw"))
        ),
        WritesHeaders(
            "WritesNoContentTypeOfPayload",
            "writes no :content-type, since there is one alone",
            headers => headers.Where(h => h.Key != ":content-type")
        ),
        WritesHeaders(
            "WritesContentTypeWithCharset",
            "writes :content-type with a charset",
            headers => headers.Select(h => h.Key == ":content-type" ? new(h.Key, h.Value + "; charset=utf-8") : h)
        ),
        Row(
            "BeginsWithInitialResponse",
            "begins its streams with a message initial-response",
            "event-stream",
            () => Correct with { Deliver = parts => parts.Prepend(InitialResponse()) }
        ),
    ];

    /// <summary>The headers of messages are others.</summary>
    private static Variant WritesHeaders(
        string name,
        string says,
        Func<KeyValuePair<string, string>[], IEnumerable<KeyValuePair<string, string>>> change
    ) => Row(name, says, "event-stream", () => Headers(change));

    private static byte[] InitialResponse() =>
        Frame.Write(new FlowEvent("initial-response", IsException: false, "{}"u8.ToArray()));
}
