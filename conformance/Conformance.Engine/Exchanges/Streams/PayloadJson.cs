using System.Text.Json;
using System.Text.Unicode;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>JSON as it stands in responses.</summary>
internal static class PayloadJson
{
    /// <summary>The one value that these bytes are, in UTF-8 (RFC 8259, 8.1).</summary>
    internal static JsonReading ReadUtf8(ReadOnlySpan<byte> bytes, JsonBudget budget) =>
        Utf8.IsValid(bytes)
            ? Read(bytes, budget)
            : JsonReading.Nothing with
            {
                Problem = "JSON in UTF-8, got bytes that are no UTF-8",
            };

    /// <summary>The same by the grammar alone: texts that are no UTF-8 show where they are looked at.</summary>
    internal static JsonReading Read(ReadOnlySpan<byte> bytes, JsonBudget budget)
    {
        if (bytes.IsEmpty)
            return JsonReading.Nothing;
        try
        {
            var reader = new Utf8JsonReader(bytes, JsonBudget.Grammar);
            reader.Read();
            var unread = budget.Spend(reader);
            var beyond = reader;
            beyond.Skip();
            if (beyond.Read())
                return JsonReading.Nothing with { Problem = "one JSON value, got several" };
            return unread is null
                ? new JsonReading(JsonElement.ParseValue(ref reader))
                : JsonReading.Nothing with
                {
                    Unread = unread,
                };
        }
        catch (JsonException wrong)
        {
            return JsonReading.Nothing with { Problem = $"JSON, got: {wrong.Message}" };
        }
    }

    /// <summary>Whether more bytes could still make these JSON: one value, or several where the body may hold them.</summary>
    internal static bool MayGoOn(ReadOnlySpan<byte> bytes, bool isOneValue)
    {
        var options = JsonBudget.Grammar with { AllowMultipleValues = !isOneValue };
        try
        {
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(options));
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
