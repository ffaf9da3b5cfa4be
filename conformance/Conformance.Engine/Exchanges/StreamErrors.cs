using Conformance.Engine.Exchanges.Streams;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>Finds the error that ended the stream of a response whose status is a success.</summary>
internal static class StreamErrors
{
    /// <summary>The exchange, with the error that stands in its stream; unchanged where the operation returns no streams.</summary>
    public static Exchange Noted(Exchange exchange, Operation operation)
    {
        if (
            operation.Success.Stream is not { } stream
            || exchange.Response is not { Status: >= 200 and < 300 } response
        )
            return exchange;
        var error = StreamDecoder.Decode(response).Events.FirstOrDefault(e => IsError(e, stream));
        return error is null
            ? exchange
            : exchange with
            {
                StreamedError = new(error.Name, StatusOf(error, operation), error.Payload?.Written() ?? ""),
            };
    }

    /// <summary>Whether the event says that the flow failed.</summary>
    public static bool IsError(FlowEvent @event, EventStream stream) =>
        @event.Kind is FlowEventKind.Exception or FlowEventKind.Error
        || stream.Find(@event.Name) is { Role: EventRole.Exception };

    private static int? StatusOf(FlowEvent error, Operation operation) =>
        operation.Success.Stream!.Find(error.Name)?.Status
        ?? operation.Errors.FirstOrDefault(e => e.Name.Equals(error.Name, StringComparison.OrdinalIgnoreCase))?.Status;
}
