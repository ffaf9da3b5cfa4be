using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowIdentifiers;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Flows and aliases that do not exist, and are not rejected as not found.</summary>
internal static class UnknownFlows
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        RespondsToUnknownFlow("RespondsToUnknownFlowWithBadRequest", 400),
        RespondsToUnknownFlow("RespondsToUnknownFlowWithServerError", 500, "robustness/no-server-error"),
        RespondsToUnknownFlow("RespondsToUnknownFlowWithConflict", 409),
        RespondsToUnknownAlias("RespondsToUnknownAliasWithBadRequest", 400),
        RespondsToUnknownAlias("RespondsToUnknownAliasWithServerError", 500, "robustness/no-server-error"),
        Row(
                "TellsNotFoundAsInvalid",
                "tells ResourceNotFoundException as 400 ValidationException",
                [
                    "not-found/unknown-flow",
                    "not-found/unknown-alias",
                    "error/ResourceNotFoundException/status",
                    "failure/resourceNotFoundException",
                ],
                () =>
                    Rejections(r => r.Error == FlowError.ResourceNotFound.Name ? FlowError.Validation.AsRejection() : r)
            )
            .AlsoBreaking("flowIdentifier/*", "flowAliasIdentifier/*", "uri/illegal-octets"),
        TakesFlow(
            "RunsAnyFlow",
            "runs the one flow under any identifier",
            "not-found/unknown-flow",
            value => value.All(char.IsAsciiLetterOrDigit) && value.Length == 10 && !IsKnown(value)
        ),
        TakesAlias(
            "RunsAnyAlias",
            "runs the flow under any alias",
            "not-found/unknown-alias",
            value => FlowChecks.FlowAliasIdentifier(value) is null && !value.Contains(':')
        ),
        TakesFlow(
            "FindsFlowsByTheirBeginnings",
            "finds a flow by the first nine characters of its identifier",
            "not-found/unknown-flow",
            value => value.Length == 10 && value.StartsWith(Offer.EchoFlow[..9], StringComparison.Ordinal)
        ),
        TakesFlow(
            "FindsFlowsByTheirAliases",
            "finds the flow by its alias as well",
            "not-found/unknown-flow",
            value => value == Offer.TestAlias
        ),
        TakesAlias(
            "FindsAliasesByTheirBeginnings",
            "takes what begins with an alias for the alias",
            "not-found/unknown-alias",
            value => value.StartsWith(Offer.TestAlias, StringComparison.Ordinal) && value.All(char.IsAsciiLetterOrDigit)
        ),
    ];

    /// <summary>A flow that does not exist gets another status.</summary>
    private static Mutant RespondsToUnknownFlow(string name, int status, params ImmutableArray<string> breaks) =>
        Row(
                name,
                $"responds with {status} to an unknown flow",
                ["not-found/unknown-flow", "error/ResourceNotFoundException/status", .. breaks],
                () => NotFoundAs(status, flow => !IsKnown(flow))
            )
            // Legal values at the edges name nothing either.
            .AlsoBreaking(
                "error/ResourceNotFoundException/*",
                "flowIdentifier/*",
                "uri/illegal-octets",
                "not-found/unknown-alias"
            );

    /// <summary>An alias that the flow does not have gets another status.</summary>
    private static Mutant RespondsToUnknownAlias(string name, int status, params ImmutableArray<string> breaks) =>
        Row(
                name,
                $"responds with {status} to an unknown alias",
                ["not-found/unknown-alias", .. breaks],
                () => NotFoundAs(status, IsKnown)
            )
            .AlsoBreaking("flowAliasIdentifier/*", "uri/illegal-octets");

    private static BedrockFlowsBehaviour NotFoundAs(int status, Func<string, bool> isAbout) =>
        Responses(
            (call, response) =>
                response.Status == 404
                && isAbout(call.FlowIdentifier)
                && !call.FlowIdentifier.StartsWith("FAIL", StringComparison.Ordinal)
                    ? response with
                    {
                        Status = status,
                    }
                    : response
        );

    private static bool IsKnown(string identifier) => Offer.Flows.Any(flow => flow.Identifier == identifier);
}
