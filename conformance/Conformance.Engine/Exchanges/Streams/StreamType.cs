using Conformance.Reports;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>Looks at what a response says that it is.</summary>
internal static class StreamType
{
    /// <summary>Whether it says JSON or event stream, and is that.</summary>
    public static CheckResult IsTrue(ReceivedResponse response, FlowStream stream) =>
        CheckResult.At(
            StreamDecoder.Declared(response) switch
            {
                null => response.Header("Content-Type") is { } type ? $"content type {type}" : "no content type",
                StreamEncoding.Json
                    when stream.Fault is { Kind: StreamFaultKind.NotJson or StreamFaultKind.NotAnEvent } =>
                    $"content type JSON and {StreamWords.Ending(stream)}",
                StreamEncoding.Frames when StreamDecoder.Likeness(response) == StreamEncoding.Json =>
                    $"content type {Http.Streaming.MediaType} and a body that is JSON",
                _ => null,
            }
        );
}
