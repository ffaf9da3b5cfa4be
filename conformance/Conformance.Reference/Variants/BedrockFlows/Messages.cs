using System.Collections.Immutable;
using System.Text;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Messages of an event stream with other headers.</summary>
internal static class Messages
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new WritesHeadersInReverse(),
        new WritesMoreHeaders(),
        new WritesNoContentTypeOfPayload(),
        new WritesContentTypeWithCharset(),
        new BeginsWithInitialResponse(),
    ];
}

/// <summary>The headers of messages are others.</summary>
internal abstract class WritesHeaders(
    string says,
    Func<KeyValuePair<string, string>[], IEnumerable<KeyValuePair<string, string>>> change
) : FlowVariant(says, "event-stream")
{
    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Encoding = EventEncoding.Framed(e => Frame.Write(change(Frame.Headers(e)), e.Payload.Span)),
        };
}

internal sealed class WritesHeadersInReverse()
    : WritesHeaders("writes headers in another order", headers => headers.AsEnumerable().Reverse());

internal sealed class WritesMoreHeaders()
    : WritesHeaders(
        "writes headers that no document names",
        headers => headers.Prepend(new(":date", "2026-01-01")).Append(new("x-note", "żółw"))
    );

internal sealed class WritesNoContentTypeOfPayload()
    : WritesHeaders(
        "writes no :content-type, since there is one alone",
        headers => headers.Where(h => h.Key != ":content-type")
    );

internal sealed class WritesContentTypeWithCharset()
    : WritesHeaders(
        "writes :content-type with a charset",
        headers => headers.Select(h => h.Key == ":content-type" ? new(h.Key, h.Value + "; charset=utf-8") : h)
    );

internal sealed class BeginsWithInitialResponse()
    : FlowVariant("begins its streams with a message initial-response", "event-stream")
{
    private static readonly byte[] Initial = Frame.Write(
        [
            new(":message-type", "event"),
            new(":event-type", "initial-response"),
            new(":content-type", "application/json"),
        ],
        Encoding.UTF8.GetBytes("{}")
    );

    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Deliver = parts => parts.Prepend(Initial),
        };
}
