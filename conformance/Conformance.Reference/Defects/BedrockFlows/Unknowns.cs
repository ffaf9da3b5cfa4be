using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Flows and aliases that do not exist, and are not refused as not found.</summary>
internal static class Unknowns
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new AnswersUnknownFlowWithBadRequest(),
        new AnswersUnknownFlowWithServerError(),
        new AnswersUnknownFlowWithConflict(),
        new AnswersUnknownAliasWithBadRequest(),
        new AnswersUnknownAliasWithServerError(),
        new RunsAnyFlow(),
        new RunsAnyAlias(),
    ];
}

/// <summary>What names nothing is answered with another status.</summary>
internal abstract class AnswersUnknown(string says, bool isFlow, int status, params ImmutableArray<string> breaks)
    : FlowDefect(says, breaks)
{
    /// <summary>Legal values at the edges name nothing either.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfFlow =>
        [
            isFlow ? "error/ResourceNotFoundException/*" : "",
            $"{(isFlow ? "flowIdentifier" : "flowAliasIdentifier")}/*",
            "uri/illegal-octets",
        ];

    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Handle = call =>
            {
                var answer = InvokeFlow.Handle(call);
                var isKnown = Offer.Flows.Any(flow => flow.Identifier == call.FlowIdentifier);
                return
                    answer.Status == 404
                    && isKnown != isFlow
                    && !call.FlowIdentifier.StartsWith("FAIL", StringComparison.Ordinal)
                    ? answer with
                    {
                        Status = status,
                    }
                    : answer;
            },
        };
}

internal sealed class AnswersUnknownFlowWithBadRequest()
    : AnswersUnknown(
        "answers 400 to an unknown flow",
        true,
        400,
        "not-found/unknown-flow",
        "error/ResourceNotFoundException/status"
    );

internal sealed class AnswersUnknownFlowWithServerError()
    : AnswersUnknown(
        "answers 500 to an unknown flow",
        true,
        500,
        "not-found/unknown-flow",
        "error/ResourceNotFoundException/status",
        "robustness/no-server-error"
    );

internal sealed class AnswersUnknownFlowWithConflict()
    : AnswersUnknown(
        "answers 409 to an unknown flow",
        true,
        409,
        "not-found/unknown-flow",
        "error/ResourceNotFoundException/status"
    );

internal sealed class AnswersUnknownAliasWithBadRequest()
    : AnswersUnknown("answers 400 to an unknown alias", false, 400, "not-found/unknown-alias");

internal sealed class AnswersUnknownAliasWithServerError()
    : AnswersUnknown(
        "answers 500 to an unknown alias",
        false,
        500,
        "not-found/unknown-alias",
        "robustness/no-server-error"
    );

internal sealed class RunsAnyFlow()
    : TakesFlow(
        "runs the one flow under any identifier",
        value =>
            value.All(char.IsAsciiLetterOrDigit)
            && value.Length == 10
            && Offer.Flows.All(flow => flow.Identifier != value),
        "not-found/unknown-flow"
    );

internal sealed class RunsAnyAlias()
    : TakesAlias(
        "runs the flow under any alias",
        value => FlowChecks.FlowAliasIdentifier(value) is null && !value.Contains(':'),
        "not-found/unknown-alias"
    );
