using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Flows that fail, and do not end as they have to.</summary>
internal static class FlowFailures
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
            "SwallowsFailures",
            "completes flows that fail",
            ["stream/failed-flow-ends-once", "failure/*"],
            () => Flows(flow => flow with { FailsBeforeStream = null, FailsWithinStream = null })
        ),
        ReplacesExceptions(
            "SwallowsFailuresWithinStreams",
            "completes flows that fail within their stream",
            _ => [FlowEvent.Completion("SUCCESS")],
            WithinStreams
        ),
        ReplacesExceptions(
            "CompletesAfterExceptions",
            "completes after an exception",
            e => [e, FlowEvent.Completion("SUCCESS")]
        ),
        ReplacesExceptions(
            "CompletesBeforeExceptions",
            "completes before an exception",
            e => [FlowEvent.Completion("SUCCESS"), e]
        ),
        ReplacesExceptions("ThrowsTwice", "sends each exception twice", e => [e, e]),
        ReplacesExceptions(
            "GoesOnAfterExceptions",
            "sends an output after an exception",
            e => [e, FlowEvent.Output("FlowOutputNode", "FlowOutputNode", default)]
        ),
        ReplacesExceptions(
            "EndsSilentlyWhenFailing",
            "ends its stream without a word when a flow fails",
            _ => [],
            WithinStreams
        ),
        Row(
                "BreaksOffWhenFailing",
                "breaks the connection off when a flow fails within its stream",
                ["stream/failed-flow-ends-once", "failure/*"],
                () => Events(events => BrokenOff(events.TakeWhile(e => !e.IsException)))
            )
            .AlsoBreaking("stream/not-truncated")
            .ConfiguredBy(FailsWithinStreams),
        HangsWhenFailing(
            "FallsSilentWhenFailing",
            "falls silent where a flow fails within its stream",
            ["stream/not-truncated", "stream/failed-flow-ends-once", "failure/conflictException"],
            events => events.TakeWhile(e => !e.IsException)
        ),
        HangsWhenFailing(
            "NeverClosesFailedStreams",
            "never closes the stream of a flow that has failed",
            ["stream/not-truncated"],
            events => events
        ),
        Row(
                "ReturnsFiveHundredWithExceptions",
                "responds with 500 to flows that fail within their stream",
                ["failure/conflictException", "failure/throttlingException", "failure/validationException"],
                () => StatusOf("MIDS", 500)
            )
            .AlsoBreaking("failure/serviceQuotaExceededException"),
        ReplacesExceptions(
            "SendsFailuresAsOutputs",
            "sends failures as outputs, and completes",
            e => [e with { Name = Output, IsException = false }, FlowEvent.Completion("SUCCESS")],
            WithinStreams
        ),
        Row(
                "ReturnsFailuresWithTwoHundred",
                "responds to flows that fail before their stream with 200 and the error in it",
                [
                    "stream/failed-flow-ends-once",
                    "failure/accessDeniedException",
                    "failure/dependencyFailedException",
                    "failure/internalServerException",
                ],
                () => StatusOf("FAIL", 200)
            )
            .AlsoBreaking("failure/*"),
    ];

    /// <summary>The failures that the offered flows show within their streams.</summary>
    private static ImmutableArray<string> WithinStreams =>
        [
            "failure/conflictException",
            "failure/serviceQuotaExceededException",
            "failure/throttlingException",
            "failure/validationException",
        ];

    /// <summary>The exceptions within streams are replaced.</summary>
    private static Mutant ReplacesExceptions(
        string name,
        string says,
        Func<FlowEvent, IEnumerable<FlowEvent>> change,
        params ImmutableArray<string> breaks
    ) =>
        Row(
            name,
            says,
            ["stream/failed-flow-ends-once", .. breaks],
            () => EachEvent(e => e.IsException ? change(e) : [e])
        );

    /// <summary>
    /// The client waits in vain for a flow that fails. It does so for one flow alone, since each request takes as long as
    /// the client has patience, and that has to do for all other requests as well, on a busy machine.
    /// </summary>
    private static Mutant HangsWhenFailing(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<IAsyncEnumerable<FlowEvent>, IAsyncEnumerable<FlowEvent>> until
    ) =>
        Row(name, says, breaks, () => Correct with { Run = flow => Hanging(flow, until) })
            .ConfiguredBy(
                """
                limits: { requestTimeoutSeconds: 5 }
                apis:
                  bedrock-flows:
                    fixtures:
                      failures:
                        conflictException: { flowIdentifier: MIDSCONFLI }
                """
            );

    private static IAsyncEnumerable<FlowEvent> Hanging(
        FlowInvocation flow,
        Func<IAsyncEnumerable<FlowEvent>, IAsyncEnumerable<FlowEvent>> until
    ) => flow.Flow.FailsWithinStream is null ? FlowRun.Of(flow) : LeftOpen(until(FlowRun.Of(flow)));

    /// <summary>Flows whose identifiers begin so get another status.</summary>
    private static BedrockFlowsBehaviour StatusOf(string begin, int status) =>
        Responses(
            (call, response) =>
                call.FlowIdentifier.StartsWith(begin, StringComparison.Ordinal)
                    ? response with
                    {
                        Status = status,
                    }
                    : response
        );
}
