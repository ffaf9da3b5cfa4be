using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>Reads the events of a response, by its content type.</summary>
internal static class StreamDecoder
{
    private const string StillComing = "that was still coming when limits.requestTimeoutSeconds was over";

    /// <summary>The events, and what kept the rest from being read. Whatever was sent, this does not throw.</summary>
    public static FlowStream Decode(ReceivedResponse response) =>
        response is ReadOnce once ? once.Stream : Read(response);

    /// <summary>The same, read anew.</summary>
    internal static FlowStream Read(ReceivedResponse response)
    {
        var clock = new Clock(response.Arrivals);
        if (EncodingOf(response) is not { } encoding)
            return new FlowStream(StreamEncoding.Frames, [], Unknown(response));
        var (events, fault, unread) =
            encoding == StreamEncoding.Frames
                ? FrameEvents.Read(response.Body.Bytes, clock)
                : JsonEvents.Read(response.Body.Span, clock);
        // Where the rest never came, that it is missing is no second fault.
        var wasCut = response.IsTruncated || response.BrokenOff is not null;
        return new FlowStream(encoding, events, wasCut && fault?.Kind == StreamFaultKind.Truncated ? null : fault)
        {
            BrokenOff = response.WasStillComing ? null : response.BrokenOff,
            Unread =
                unread
                ?? (
                    response.IsTruncated ? WholeJson.TooLarge(response)
                    : response.WasStillComing ? StillComing
                    : null
                ),
        };
    }

    /// <summary>What the media type says; null where it says neither.</summary>
    public static StreamEncoding? Declared(ReceivedResponse response)
    {
        var type = response.Header("Content-Type")?.Split(';')[0].Trim() ?? "";
        return type.Equals(Streaming.MediaType, StringComparison.OrdinalIgnoreCase) ? StreamEncoding.Frames
            : type.Contains("json", StringComparison.OrdinalIgnoreCase) ? StreamEncoding.Json
            : null;
    }

    /// <summary>What the body looks like by its beginning; null where it looks like neither, or is empty.</summary>
    public static StreamEncoding? Likeness(ReceivedResponse response)
    {
        var begin = response.Body.Span.TrimStart(" \t\r\n"u8);
        // No frame is as long as 2^25 bytes, so its first byte is 0 or 1.
        return begin.IsEmpty ? null
            : begin[0] <= 1 ? StreamEncoding.Frames
            : begin[0] is (byte)'{' or (byte)'[' ? StreamEncoding.Json
            : null;
    }

    /// <summary>
    /// By the media type; where that says nothing, by how the body begins, so that a wrong content type is one fault and not
    /// a fault of everything.
    /// </summary>
    private static StreamEncoding? EncodingOf(ReceivedResponse response) =>
        Declared(response) ?? Likeness(response) ?? (response.Body.IsEmpty ? StreamEncoding.Frames : null);

    private static StreamFault Unknown(ReceivedResponse response) =>
        new(
            StreamFaultKind.UnknownEncoding,
            0,
            $"expected events as {Streaming.MediaType} or JSON, got {response.Header("Content-Type") ?? "no content type"}"
        );
}
