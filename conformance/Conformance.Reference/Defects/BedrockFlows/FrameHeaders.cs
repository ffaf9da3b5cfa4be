using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Messages of an event stream that do not say what they are.</summary>
internal static class FrameHeaders
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new OmitsMessageType(),
        new InventsMessageType(),
        new WritesMessageTypeInCapitals(),
        new OmitsEventType(),
        new NamesEventTypeNothing(),
        new RepeatsHeaders(),
        new WritesHeadersWithoutColon(),
        new NamesExceptionsAsEventType(),
        new SendsExceptionsAsEvents(),
    ];
}

/// <summary>The headers of messages are changed.</summary>
internal abstract class ChangesHeaders(
    string says,
    Func<KeyValuePair<string, string>[], IEnumerable<KeyValuePair<string, string>>> change,
    string breaks = "stream/frames"
) : FlowDefect(says, breaks)
{
    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Encoding = EventEncoding.Framed(e => Frame.Write(change(Frame.Headers(e)), e.Payload.Span)),
        };
}

/// <summary>The value of one header is changed.</summary>
internal abstract class ChangesHeader(string says, string header, Func<string, string> change)
    : ChangesHeaders(says, headers => headers.Select(h => h.Key == header ? new(h.Key, change(h.Value)) : h));

internal sealed class OmitsMessageType()
    : ChangesHeaders("leaves out the header :message-type", headers => headers.Where(h => h.Key != ":message-type"));

internal sealed class InventsMessageType()
    : ChangesHeader("says :message-type data", ":message-type", value => value == "event" ? "data" : value);

internal sealed class WritesMessageTypeInCapitals()
    : ChangesHeader("writes :message-type in capitals", ":message-type", value => value.ToUpperInvariant());

internal sealed class OmitsEventType()
    : ChangesHeaders("leaves out the header :event-type", headers => headers.Where(h => h.Key != ":event-type"));

internal sealed class NamesEventTypeNothing()
    : ChangesHeader("leaves the header :event-type empty", ":event-type", _ => "");

internal sealed class RepeatsHeaders()
    : ChangesHeaders("writes the header :content-type twice", headers => [.. headers, headers[1]]);

internal sealed class WritesHeadersWithoutColon()
    : ChangesHeaders(
        "writes the names of headers without their colon",
        headers => headers.Select(h => new KeyValuePair<string, string>(h.Key[1..], h.Value))
    );

internal sealed class NamesExceptionsAsEventType()
    : ChangesHeaders(
        "names exceptions in the header :event-type",
        headers =>
            headers.Select(h =>
                h.Key == ":exception-type" ? new KeyValuePair<string, string>(":event-type", h.Value) : h
            )
    );

internal sealed class SendsExceptionsAsEvents()
    : ChangesHeaders(
        "sends exceptions as ordinary events",
        headers =>
            headers.Select(h =>
                h switch
                {
                    { Key: ":exception-type" } => new KeyValuePair<string, string>(":event-type", h.Value),
                    { Key: ":message-type" } => new(h.Key, "event"),
                    _ => h,
                }
            ),
        "stream/exception-messages"
    );
