namespace Conformance.Reference.BedrockFlows;

/// <summary>How the events of a flow become the body of a response, part by part.</summary>
/// <param name="MediaType">The response's content type.</param>
/// <param name="Write">Writes the events; each part is sent on its own.</param>
public sealed record EventEncoding(
    string MediaType,
    Func<IAsyncEnumerable<FlowEvent>, IAsyncEnumerable<ReadOnlyMemory<byte>>> Write
)
{
    private const string Json = "application/json";

    /// <summary>One binary message for each event, as the service sends them (companion).</summary>
    public static EventEncoding Frames { get; } = Framed(Frame.Write);

    /// <summary>One array of objects, each with one event as its only member, as <c>application/json</c> (D3:51).</summary>
    public static EventEncoding JsonArray { get; } = new(Json, JsonEvents.Array);

    /// <summary>The same objects, one on each line.</summary>
    public static EventEncoding JsonLines { get; } = new(Json, JsonEvents.Lines);

    /// <summary>
    /// One object that has every event as a member, as the document prints it (D3:51). A flow with more than one
    /// output repeats a member.
    /// </summary>
    public static EventEncoding JsonObject { get; } = new(Json, JsonEvents.Object);

    /// <summary>Like <see cref="Frames"/>, with another way to write a message.</summary>
    public static EventEncoding Framed(Func<FlowEvent, byte[]> writeFrame) =>
        new(
            "application/vnd.amazon.eventstream",
            events => events.Select(flowEvent => (ReadOnlyMemory<byte>)writeFrame(flowEvent))
        );
}
