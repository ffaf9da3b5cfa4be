using System.Collections.Immutable;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Suite.Streams;

/// <summary>Errors that come as events of a stream that had begun as a success.</summary>
public static class StreamedErrors
{
    /// <summary>The exchange, with the first error of its stream noted; as it is for an operation that does not stream.</summary>
    public static Exchange NotedIn(Exchange exchange, Operation operation) =>
        operation.Success.Stream is { } kinds
        && exchange.Response is { Status: >= 200 and < 300 } response
        && In(StreamDecoder.Decode(response), kinds) is [var first, ..]
            ? exchange with
            {
                StreamedError = new StreamedError(
                    first.Name,
                    StatusOf(first, kinds),
                    first.Payload?.GetRawText() ?? ""
                ),
            }
            : exchange;

    /// <summary>
    /// The events that say that something failed: by what the stream says of them, or, in JSON, by the documented name.
    /// </summary>
    public static ImmutableArray<FlowEvent> In(FlowStream stream, EventStream kinds) =>
        [
            .. stream.Events.Where(e =>
                e.Kind is FlowEventKind.Exception or FlowEventKind.Error || kinds.RoleOf(e) == EventRole.Exception
            ),
        ];

    /// <summary>
    /// The status that the same error has over HTTP. In whichever case it is written: that a name has the wrong one is
    /// another matter than what it means.
    /// </summary>
    private static int? StatusOf(FlowEvent error, EventStream kinds) =>
        kinds
            .Events.FirstOrDefault(k =>
                k.Role == EventRole.Exception && k.Name.Equals(error.Name, StringComparison.OrdinalIgnoreCase)
            )
            ?.Status;
}
