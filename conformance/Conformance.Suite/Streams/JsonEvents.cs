using System.Text.Json;
using System.Text.Unicode;

namespace Conformance.Suite.Streams;

/// <summary>
/// Events written as JSON objects, each member of which is an event: one object, an array of them, or one after the other,
/// as on lines of their own. D3:51 prints all events as members of one object, so an object may hold several; a member that
/// is null is no event.
/// </summary>
internal static class JsonEvents
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    internal static (ImmutableArray<FlowEvent> Events, StreamFault? Fault) Read(ReadOnlySpan<byte> body, Clock clock)
    {
        var begin = body.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var reading = new Reading(begin, clock);
        var reader = new Utf8JsonReader(body[begin..], PayloadJson.Options);
        try
        {
            while (reading.Fault is null && reader.Read())
                reading.Take(ref reader, body[begin..]);
        }
        catch (JsonException wrong)
        {
            reading.Fail(body[begin..], wrong);
        }
        return (reading.Events.ToImmutable(), reading.Fault);
    }

    private sealed class Reading(int begin, Clock clock)
    {
        private int turns;
        private int valueStart;
        private bool isInArray;

        internal ImmutableArray<FlowEvent>.Builder Events { get; } = ImmutableArray.CreateBuilder<FlowEvent>();

        internal StreamFault? Fault { get; private set; }

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
                    var value = JsonElement.ParseValue(ref reader);
                    Add(value, text[(valueStart - begin)..(int)reader.BytesConsumed]);
                    break;
                default:
                    Fault = new(
                        StreamFaultKind.NotAnEvent,
                        valueStart,
                        $"expected a JSON object whose members are events, got a JSON value that begins a {reader.TokenType}"
                    );
                    return;
            }
            valueStart = begin + (int)reader.BytesConsumed;
        }

        internal void Fail(ReadOnlySpan<byte> text, JsonException wrong) =>
            Fault = IsUnfinished(text)
                ? new(StreamFaultKind.Truncated, valueStart, "expected whole JSON, got the end of the stream within it")
                : new(StreamFaultKind.NotJson, valueStart, $"expected JSON, got: {wrong.Message}");

        private void Add(JsonElement value, ReadOnlySpan<byte> text)
        {
            if (!Utf8.IsValid(text))
            {
                Fault = new(StreamFaultKind.NotJson, valueStart, "expected JSON in UTF-8, got bytes that are no UTF-8");
                return;
            }
            var at = clock.At(valueStart + text.Length - 1);
            foreach (var member in value.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null))
                Events.Add(
                    new FlowEvent(NameOf(member), KindOf(NameOf(member)), member.Value)
                    {
                        Turn = turns,
                        Offset = valueStart,
                        AtMilliseconds = at,
                    }
                );
            turns++;
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "a name whose escapes make no text";
        }
    }

    // D3:51: every exception's name ends so, and no other event's does.
    private static FlowEventKind KindOf(string name) =>
        name.EndsWith("Exception", StringComparison.Ordinal) ? FlowEventKind.Exception : FlowEventKind.Event;

    /// <summary>Whether more text could still make it JSON.</summary>
    private static bool IsUnfinished(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(PayloadJson.Options));
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
