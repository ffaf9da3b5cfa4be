using Conformance.Schemas;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>Looks at how frames carry exceptions.</summary>
internal static class ExceptionMessages
{
    /// <summary>
    /// Whether an exception comes in a message of the type exception (Amazon Event Stream Specification, event semantics):
    /// clients take a message of the type event for an event of the flow, and miss that it failed. Shown by frames alone.
    /// </summary>
    public static CheckResult SayThatTheyAre(FlowStream stream, EventStream kinds)
    {
        var exceptions = stream.Events.Where(e => kinds.Find(e.Name) is { Role: EventRole.Exception }).ToList();
        var disguised = exceptions.Find(e => e.Kind == FlowEventKind.Event);
        return new CheckResult(
            stream.Encoding == StreamEncoding.Frames && exceptions.Count > 0,
            stream.Encoding == StreamEncoding.Frames && disguised is not null
                ? $"{disguised.Name} with the :message-type event: {StreamWords.Of(stream)}"
                : null
        );
    }
}
