using Conformance.Reports;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>Looks at how a stream is written and where it ends.</summary>
internal static class StreamEnd
{
    /// <summary>Whether the last byte of the body is the last of a whole event.</summary>
    public static CheckResult IsWhole(FlowStream stream) =>
        stream switch
        {
            { BrokenOff: not null } => CheckResult.At(StreamWords.Of(stream)),
            { Fault: { Kind: StreamFaultKind.Truncated } } => CheckResult.At(StreamWords.Ending(stream)),
            // Where a stream can't be read to its end, that is the fault, and where it ends can't be told.
            { Fault: not null } => default,
            { Unread: { } limit } => CheckResult.NotRead(limit),
            _ => CheckResult.At(null),
        };

    /// <summary>Whether every frame is well formed; shown by frames alone.</summary>
    public static CheckResult IsWellFramed(FlowStream stream) =>
        stream switch
        {
            { Encoding: not StreamEncoding.Frames } or { Fault.Kind: StreamFaultKind.UnknownEncoding } => default,
            { Fault: { Kind: not StreamFaultKind.Truncated } } => CheckResult.At(StreamWords.Ending(stream)),
            _ => new CheckResult(stream.Events.Length > 0, null),
        };

    /// <summary>
    /// Whether the stream is as far as it will ever come, so that what is not in it is missing: it ended, or the time for it
    /// did. Where it can't be read, was lost on the way or is more than the kit reads, the rest may have been there.
    /// </summary>
    public static bool IsAllThereIs(FlowStream stream) =>
        stream is { Fault: null, Unread: null } && stream.BrokenOff is null or { Kind: TransportFailureKind.Timeout };
}
