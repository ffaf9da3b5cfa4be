using System.Text.Json;

namespace Conformance.Reference.Http;

/// <summary>
/// Errors in the form of the restJson1 protocol: the name in the header <c>X-Amzn-ErrorType</c>, the members as JSON.
/// </summary>
public static class RestJsonErrors
{
    /// <summary>The answer that tells this refusal.</summary>
    public static Answer Write(Refusal refusal)
    {
        var answer = Answer
            .Json(refusal.Status, writer => WriteMembers(writer, refusal))
            .WithHeader("X-Amzn-ErrorType", refusal.Error);
        return refusal.Headers.IsEmpty ? answer : answer with { Headers = answer.Headers.AddRange(refusal.Headers) };
    }

    private static void WriteMembers(Utf8JsonWriter writer, Refusal refusal)
    {
        writer.WriteString("message", refusal.Message);
        foreach (var (name, value) in refusal.Members)
            writer.WriteString(name, value);
        if (refusal.FieldList is not { } faults)
            return;
        writer.WriteStartArray("fieldList");
        foreach (var fault in faults)
        {
            writer.WriteStartObject();
            writer.WriteString("name", fault.Name);
            writer.WriteString("message", fault.Message);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
