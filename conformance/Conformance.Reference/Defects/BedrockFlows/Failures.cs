using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Flows that fail, and do not end as they have to.</summary>
internal static class Failures
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new SwallowsFailures(),
        new SwallowsFailuresWithinStreams(),
        new CompletesAfterExceptions(),
        new CompletesBeforeExceptions(),
        new ThrowsTwice(),
        new GoesOnAfterExceptions(),
        new EndsSilentlyWhenFailing(),
        new AnswersFiveHundredWithExceptions(),
        new SendsFailuresAsOutputs(),
        new AnswersFailuresWithTwoHundred(),
    ];
}

/// <summary>The exceptions within streams are replaced.</summary>
internal abstract class ReplacesExceptions(
    string says,
    Func<FlowEvent, IEnumerable<FlowEvent>> change,
    params ImmutableArray<string> breaks
) : ChangesEvents(says, events => events.SelectMany(e => e.IsException ? change(e) : [e]), breaks)
{
    /// <summary>The failures that the offered flows show within their streams.</summary>
    protected static ImmutableArray<string> WithinStreams { get; } =
    [
        "failure/conflictException",
        "failure/serviceQuotaExceededException",
        "failure/throttlingException",
        "failure/validationException",
    ];
}

internal sealed class SwallowsFailures()
    : FlowDefect("completes flows that fail", "stream/failed-flow-ends-once", "failure/*")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Flows = [.. Offer.Flows.Select(flow => flow with { FailsBeforeStream = null, FailsWithinStream = null })],
        };
}

internal sealed class SwallowsFailuresWithinStreams()
    : ReplacesExceptions(
        "completes flows that fail within their stream",
        _ => [FlowEvent.Completion("SUCCESS")],
        ["stream/failed-flow-ends-once", .. WithinStreams]
    );

internal sealed class CompletesAfterExceptions()
    : ReplacesExceptions(
        "completes after an exception",
        e => [e, FlowEvent.Completion("SUCCESS")],
        "stream/failed-flow-ends-once"
    );

internal sealed class CompletesBeforeExceptions()
    : ReplacesExceptions(
        "completes before an exception",
        e => [FlowEvent.Completion("SUCCESS"), e],
        "stream/failed-flow-ends-once"
    );

internal sealed class ThrowsTwice()
    : ReplacesExceptions("sends each exception twice", e => [e, e], "stream/failed-flow-ends-once");

internal sealed class GoesOnAfterExceptions()
    : ReplacesExceptions(
        "sends an output after an exception",
        e => [e, FlowEvent.Output("FlowOutputNode", "FlowOutputNode", default)],
        "stream/failed-flow-ends-once"
    );

internal sealed class EndsSilentlyWhenFailing()
    : ReplacesExceptions(
        "ends its stream without a word when a flow fails",
        _ => [],
        ["stream/failed-flow-ends-once", .. WithinStreams]
    );

internal sealed class SendsFailuresAsOutputs()
    : ReplacesExceptions(
        "sends failures as outputs, and completes",
        e => [e with { Name = FlowTwists.Output, IsException = false }, FlowEvent.Completion("SUCCESS")],
        ["stream/failed-flow-ends-once", .. WithinStreams]
    );

internal sealed class AnswersFiveHundredWithExceptions()
    : FlowDefect(
        "answers 500 to flows that fail within their stream",
        "failure/conflictException",
        "failure/throttlingException",
        "failure/validationException"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["failure/serviceQuotaExceededException"];

    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Handle = call =>
            {
                var answer = InvokeFlow.Handle(call);
                return call.FlowIdentifier.StartsWith("MIDS", StringComparison.Ordinal)
                    ? answer with
                    {
                        Status = 500,
                    }
                    : answer;
            },
        };
}

internal sealed class AnswersFailuresWithTwoHundred()
    : FlowDefect(
        "answers flows that fail before their stream with 200 and the error in it",
        "stream/failed-flow-ends-once",
        "failure/accessDeniedException",
        "failure/dependencyFailedException",
        "failure/internalServerException"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["failure/*"];

    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Handle = call =>
            {
                var answer = InvokeFlow.Handle(call);
                return call.FlowIdentifier.StartsWith("FAIL", StringComparison.Ordinal)
                    ? answer with
                    {
                        Status = 200,
                    }
                    : answer;
            },
        };
}
