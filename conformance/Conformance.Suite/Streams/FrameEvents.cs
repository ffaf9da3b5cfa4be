using System.Text.Json;

namespace Conformance.Suite.Streams;

/// <summary>What a frame means (Amazon Event Stream Specification, event semantics).</summary>
internal static class FrameEvents
{
    private const string MessageType = ":message-type";
    private const string InitialResponse = "initial-response";

    internal static (ImmutableArray<FlowEvent> Events, StreamFault? Fault) Read(ReadOnlySpan<byte> body, Clock clock)
    {
        var reader = new FrameReader();
        var events = ImmutableArray.CreateBuilder<FlowEvent>();
        foreach (var frame in reader.Take(body))
        {
            if (Meaning(frame, events.Count, clock, out var fault) is not { } meaning)
                return (events.ToImmutable(), fault);
            events.Add(meaning);
        }
        return (events.ToImmutable(), reader.End());
    }

    private static FlowEvent? Meaning(Frame frame, int turn, Clock clock, out StreamFault? fault)
    {
        fault = null;
        var type = frame.Text(MessageType);
        FlowEventKind? kind = type switch
        {
            "event" => frame.Text(":event-type") == InitialResponse
                ? FlowEventKind.InitialResponse
                : FlowEventKind.Event,
            "exception" => FlowEventKind.Exception,
            "error" => FlowEventKind.Error,
            _ => null,
        };
        if (kind is not { } known)
            fault = UnknownType(frame, type);
        else if (Name(frame, known, out var header) is not { Length: > 0 } name)
            fault = new(StreamFaultKind.MissingName, frame.Offset, $"expected a header {header} with a name, got none");
        else
            return Event(frame, known, name) with
            {
                Turn = turn,
                Offset = frame.Offset,
                AtMilliseconds = clock.At(frame.Offset + frame.Length - 1),
            };
        return null;
    }

    private static StreamFault UnknownType(Frame frame, string? type) =>
        type is null
            ? new(
                StreamFaultKind.MissingMessageType,
                frame.Offset,
                $"expected a header {MessageType} of type string, got none"
            )
            : new(
                StreamFaultKind.UnknownMessageType,
                frame.Offset,
                $"expected {MessageType} to be event, exception or error, got \"{type}\""
            );

    private static string? Name(Frame frame, FlowEventKind kind, out string header)
    {
        header = kind switch
        {
            FlowEventKind.Exception => ":exception-type",
            FlowEventKind.Error => ":error-code",
            _ => ":event-type",
        };
        return frame.Text(header);
    }

    private static FlowEvent Event(Frame frame, FlowEventKind kind, string name)
    {
        var (payload, problem) =
            kind == FlowEventKind.Error ? (Message(frame), null) : PayloadJson.Read(frame.Payload.Span);
        return new FlowEvent(name, kind, payload)
        {
            Turn = 0,
            Offset = 0,
            Problem = problem,
        };
    }

    /// <summary>An error has its message in a header.</summary>
    private static JsonElement? Message(Frame frame) =>
        frame.Text(":error-message") is { } message
            ? JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["message"] = message })
            : null;
}
