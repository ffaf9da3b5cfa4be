using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Messages of an event stream that do not say what they are.</summary>
internal static class FrameHeaders
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Omits("OmitsMessageType", ":message-type"),
        ChangesValue(
            "InventsMessageType",
            "says :message-type data",
            ":message-type",
            value => value == "event" ? "data" : value
        ),
        ChangesValue(
            "WritesMessageTypeInCapitals",
            "writes :message-type in capitals",
            ":message-type",
            value => value.ToUpperInvariant()
        ),
        Omits("OmitsEventType", ":event-type"),
        ChangesValue("NamesEventTypeNothing", "leaves the header :event-type empty", ":event-type", _ => ""),
        ChangesHeaders(
            "RepeatsHeaders",
            "writes the header :content-type twice",
            "stream/frames",
            headers => [.. headers, headers[1]]
        ),
        ChangesHeaders(
            "WritesHeadersWithoutColon",
            "writes the names of headers without their colon",
            "stream/frames",
            headers => headers.Select(h => KeyValuePair.Create(h.Key[1..], h.Value))
        ),
        ChangesHeaders(
            "NamesExceptionsAsEventType",
            "names exceptions in the header :event-type",
            "stream/frames",
            headers => headers.Select(NamedAsEvent)
        ),
        ChangesHeaders(
            "SendsExceptionsAsEvents",
            "sends exceptions as ordinary events",
            "stream/exception-messages",
            headers => headers.Select(h => h.Key == ":message-type" ? new(h.Key, "event") : NamedAsEvent(h))
        ),
    ];

    /// <summary>A header is left out.</summary>
    private static Mutant Omits(string name, string header) =>
        ChangesHeaders(
            name,
            $"leaves out the header {header}",
            "stream/frames",
            headers => headers.Where(h => h.Key != header)
        );

    /// <summary>The value of one header is changed.</summary>
    private static Mutant ChangesValue(string name, string says, string header, Func<string, string> change) =>
        ChangesHeaders(
            name,
            says,
            "stream/frames",
            headers => headers.Select(h => h.Key == header ? new(h.Key, change(h.Value)) : h)
        );

    /// <summary>The headers of messages are changed.</summary>
    private static Mutant ChangesHeaders(
        string name,
        string says,
        string breaks,
        Func<KeyValuePair<string, string>[], IEnumerable<KeyValuePair<string, string>>> change
    ) => Row(name, says, [breaks], () => Headers(change));

    private static KeyValuePair<string, string> NamedAsEvent(KeyValuePair<string, string> header) =>
        header.Key == ":exception-type" ? new(":event-type", header.Value) : header;
}
