using System.Globalization;
using System.Text.Json;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Looks at how a flow ends.</summary>
internal static class Completion
{
    /// <summary>Whether a flow that completes gave something; one that asks for more input may have nothing to give yet.</summary>
    public static CheckResult HasOutput(FlowStream stream, EventStream kinds) =>
        !kinds.Of(EventRole.Output, stream).IsEmpty ? CheckResult.At(null)
        : Errors(stream, kinds).Length > 0 || !StreamEnd.IsAllThereIs(stream) || AsksForMore(stream, kinds) ? default
        : CheckResult.At($"no output: {StreamWords.Of(stream)}");

    /// <summary>Whether a flow that fails nowhere completes once; a stream without any end is silence.</summary>
    public static CheckResult IsOne(FlowStream stream, EventStream kinds)
    {
        var completions = kinds.Of(EventRole.Completion, stream).Length;
        // Behind what the kit reads there may be an error as well.
        if (Errors(stream, kinds).Length > 0 || stream.Unread is not null)
            return default;
        if (completions == 0 && !StreamEnd.IsAllThereIs(stream))
            return default;
        return CheckResult.At(
            completions == 1 ? null : $"{Count(completions, "completion")}: {StreamWords.Of(stream)}"
        );
    }

    /// <summary>
    /// Whether nothing of the flow comes after the completion; of several the last counts, that they are several is another
    /// fault. Traces and kinds that the document does not name are tolerated.
    /// </summary>
    public static CheckResult IsLast(FlowStream stream, EventStream kinds)
    {
        var completions = kinds.Of(EventRole.Completion, stream);
        if (completions.IsEmpty)
            return default;
        var end = completions.Max(e => e.Turn);
        // Events of one JSON object came together, in no order.
        var later = stream.Events.FirstOrDefault(e => e.Turn > end && IsOfTheFlow(e, kinds));
        return CheckResult.At(later is null ? null : $"{later.Name} after the completion: {StreamWords.Of(stream)}");
    }

    /// <summary>
    /// Whether a flow that failed in its stream says so once, and neither completes nor goes on with outputs. Other events
    /// behind the error, such as traces, hurt nobody. A stream that breaks off is silence too: whoever asks makes sure that it
    /// was not the network.
    /// </summary>
    public static CheckResult FailsOnce(FlowStream stream, EventStream kinds)
    {
        var errors = Errors(stream, kinds);
        if (errors.IsEmpty)
            return stream is { Fault: null, Unread: null }
                ? CheckResult.At($"no exception: {StreamWords.Of(stream)}")
                : default;
        if (errors.Length > 1)
            return CheckResult.At($"{Count(errors.Length, "exception")}: {StreamWords.Of(stream)}");
        if (!kinds.Of(EventRole.Completion, stream).IsEmpty)
            return CheckResult.At($"an exception and a completion: {StreamWords.Of(stream)}");
        var goesOn = kinds.Of(EventRole.Output, stream).Any(e => e.Turn > errors[0].Turn);
        return CheckResult.At(goesOn ? $"an output after the exception: {StreamWords.Of(stream)}" : null);
    }

    private static ImmutableArray<FlowEvent> Errors(FlowStream stream, EventStream kinds) =>
        [.. stream.Events.Where(e => StreamErrors.IsError(e, kinds))];

    private static bool IsOfTheFlow(FlowEvent @event, EventStream kinds) =>
        StreamErrors.IsError(@event, kinds) || kinds.Find(@event.Name) is { Role: EventRole.Output };

    private static bool AsksForMore(FlowStream stream, EventStream kinds) =>
        kinds
            .Of(EventRole.Completion, stream)
            .Any(e =>
                e.Unread is not null
                || e.Payload is { ValueKind: JsonValueKind.Object } payload
                    && ExchangeReading.Member(payload, "completionReason") is { ValueKind: JsonValueKind.String } reason
                    && reason.ValueEquals("INPUT_REQUIRED")
            );

    private static string Count(int number, string noun) =>
        number == 0
            ? $"no {noun}"
            : string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
