using System.Text.Json;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>What a frame means (Amazon Event Stream Specification, event semantics).</summary>
internal static class FrameEvents
{
    private const string MessageType = ":message-type";
    private const string InitialResponse = "initial-response";

    internal static EventReading Read(ReadOnlyMemory<byte> body, Clock clock)
    {
        var events = ImmutableArray.CreateBuilder<FlowEvent>();
        var budget = new JsonBudget();
        for (var offset = 0; offset < body.Length; )
        {
            if (events.Count == EventReading.MostEvents)
                return new(events.ToImmutable(), null, EventReading.TooMany);
            var length = WholeFrame.LengthOf(body.Span[offset..], offset, out var fault);
            if (length == 0)
                return new(events.ToImmutable(), fault ?? WholeFrame.Unfinished(offset, body.Length - offset), null);
            if (
                WholeFrame.Read(body.Slice(offset, length), offset, out fault) is not { } frame
                || Meaning(frame, events.Count, clock, budget, out fault) is not { } meaning
            )
                return new(events.ToImmutable(), fault, null);
            events.Add(meaning);
            offset += length;
        }
        return new(events.ToImmutable(), null, null);
    }

    private static FlowEvent? Meaning(Frame frame, int turn, Clock clock, JsonBudget budget, out StreamFault? fault)
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
            return Event(frame, known, name, budget) with
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

    private static FlowEvent Event(Frame frame, FlowEventKind kind, string name, JsonBudget budget)
    {
        var payload =
            kind == FlowEventKind.Error
                ? new JsonReading(Message(frame))
                : PayloadJson.ReadUtf8(frame.Payload.Span, budget);
        return new FlowEvent(name, kind, payload.Value)
        {
            Turn = 0,
            Offset = 0,
            Problem = payload.Problem,
            Unread = payload.Unread,
        };
    }

    /// <summary>An error has its message in a header.</summary>
    private static JsonElement? Message(Frame frame) =>
        frame.Text(":error-message") is { } message
            ? JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["message"] = message })
            : null;
}
