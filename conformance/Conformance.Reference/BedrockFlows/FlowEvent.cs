using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Conformance.Reference.BedrockFlows;

/// <summary>One event of a flow's stream, before it is written in the form of a protocol.</summary>
/// <param name="Name">Its kind, such as <c>flowOutputEvent</c> or <c>throttlingException</c>.</param>
/// <param name="IsException">Whether it is an error rather than an event.</param>
/// <param name="Payload">One JSON object in UTF-8: the event's members.</param>
public sealed record FlowEvent(string Name, bool IsException, ReadOnlyMemory<byte> Payload)
{
    /// <summary>
    /// What a node has put out (D3:93). The document's bytes are kept as they are; an undefined one is left out.
    /// </summary>
    public static FlowEvent Output(string nodeName, string nodeType, JsonElement document) =>
        new(
            "flowOutputEvent",
            false,
            Object(writer =>
            {
                writer.WriteStartObject("content");
                WriteUnchanged(writer, "document", document);
                writer.WriteEndObject();
                writer.WriteString("nodeName", nodeName);
                writer.WriteString("nodeType", nodeType);
            })
        );

    /// <summary>The flow has ended for this reason, such as <c>SUCCESS</c> (D3:87).</summary>
    public static FlowEvent Completion(string completionReason) =>
        new("flowCompletionEvent", false, Object(writer => writer.WriteString("completionReason", completionReason)));

    /// <summary>The flow has ended in an error.</summary>
    public static FlowEvent Exception(FlowError error) =>
        new(error.EventName, true, Object(writer => writer.WriteString("message", error.Message)));

    private static void WriteUnchanged(Utf8JsonWriter writer, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            return;
        writer.WritePropertyName(name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }

    private static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> writeMembers)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }
}
