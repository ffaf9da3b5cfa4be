using System.Text.Json;

namespace Conformance.Reference.Http;

/// <summary>
/// Errors in the form of the restJson1 protocol: the name in the header <c>X-Amzn-ErrorType</c>, the members as JSON.
/// </summary>
public static class RestJsonErrors
{
    /// <summary>The response that tells this rejection.</summary>
    public static Response Write(Rejection rejection)
    {
        var response = Response
            .Json(rejection.Status, writer => WriteMembers(writer, rejection))
            .WithHeader("X-Amzn-ErrorType", rejection.Error);
        return rejection.Headers.IsEmpty
            ? response
            : response with
            {
                Headers = response.Headers.AddRange(rejection.Headers),
            };
    }

    private static void WriteMembers(Utf8JsonWriter writer, Rejection rejection)
    {
        writer.WriteString("message", rejection.Message);
        foreach (var (name, value) in rejection.Members)
            writer.WriteString(name, value);
        if (rejection.FieldList is not { } faults)
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
