using System.Text.Json;
using System.Text.Unicode;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>
/// Events written as JSON objects, each member of which is an event: one object, an array of them, or one after the other,
/// as on lines of their own. D3:51 prints all events as members of one object, so an object may hold several; a member that
/// is null is no event.
/// </summary>
internal static class JsonEvents
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    internal static EventReading Read(ReadOnlySpan<byte> body, Clock clock)
    {
        var begin = body.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var interpretation = new Interpretation(begin, clock);
        var reader = new Utf8JsonReader(body[begin..], JsonBudget.Grammar);
        try
        {
            while (interpretation.IsGoingOn && reader.Read())
                interpretation.Take(ref reader, body[begin..]);
        }
        catch (JsonException wrong)
        {
            interpretation.Fail(body[begin..], wrong);
        }
        return interpretation.Result;
    }

    private sealed class Interpretation(int begin, Clock clock)
    {
        private readonly ImmutableArray<FlowEvent>.Builder events = ImmutableArray.CreateBuilder<FlowEvent>();
        private readonly JsonBudget budget = new();
        private StreamFault? fault;
        private string? unread;
        private int turns;
        private int valueStart;
        private bool isInArray;

        internal bool IsGoingOn => fault is null && unread is null;

        internal EventReading Result => new(events.ToImmutable(), fault, unread);

        internal void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
        {
            valueStart = begin + (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray when !isInArray:
                    isInArray = true;
                    break;
                case JsonTokenType.EndArray:
                    isInArray = false;
                    break;
                case JsonTokenType.StartObject:
                    // An object that is broken, or not whole, holds no event.
                    var end = reader;
                    end.Skip();
                    Take(ref reader, text[(valueStart - begin)..(int)end.BytesConsumed], end.CurrentDepth);
                    break;
                default:
                    fault = new(
                        StreamFaultKind.NotAnEvent,
                        valueStart,
                        $"expected a JSON object whose members are events, got a JSON value that begins a {reader.TokenType}"
                    );
                    return;
            }
            valueStart = begin + (int)reader.BytesConsumed;
        }

        internal void Fail(ReadOnlySpan<byte> text, JsonException wrong) =>
            fault = PayloadJson.MayGoOn(text, isOneValue: false)
                ? new(StreamFaultKind.Truncated, valueStart, "expected whole JSON, got the end of the stream within it")
                : new(StreamFaultKind.NotJson, valueStart, $"expected JSON, got: {wrong.Message}");

        private void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> whole, int depth)
        {
            if (!Utf8.IsValid(whole))
            {
                fault = new(StreamFaultKind.NotJson, valueStart, "expected JSON in UTF-8, got bytes that are no UTF-8");
                return;
            }
            var at = clock.At(valueStart + whole.Length - 1);
            while (reader.Read() && reader.CurrentDepth > depth)
            {
                var name = NameOf(ref reader);
                reader.Read();
                if (reader.TokenType == JsonTokenType.Null)
                    continue;
                if (events.Count == EventReading.MostEvents)
                {
                    unread = EventReading.TooMany;
                    return;
                }
                events.Add(Event(ref reader, name, at));
            }
            turns++;
        }

        private FlowEvent Event(ref Utf8JsonReader reader, string name, double? at)
        {
            var limit = budget.Spend(reader);
            JsonElement? payload = null;
            if (limit is null)
                payload = JsonElement.ParseValue(ref reader);
            else
                reader.Skip();
            return new FlowEvent(name, KindOf(name), payload)
            {
                Turn = turns,
                Offset = valueStart,
                AtMilliseconds = at,
                Unread = limit,
            };
        }
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "a name whose escapes make no text";
        }
    }

    // D3:51: every exception's name ends so, and no other event's does.
    private static FlowEventKind KindOf(string name) =>
        name.EndsWith("Exception", StringComparison.Ordinal) ? FlowEventKind.Exception : FlowEventKind.Event;
}
