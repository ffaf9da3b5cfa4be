using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Variants.BedrockFlows.FlowVariant;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Names that are looked at in another way.</summary>
internal static class FlowLookups
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        Row(
            "FindsNothingIllFormed",
            "responds with 404 to ill-formed identifiers",
            "R15",
            () => Correct with { FlowIdentifierInPath = _ => null, FlowAliasIdentifierInPath = _ => null }
        ),
        Row(
            "RejectsEmptySegmentsAsWrongMethod",
            "responds with 405 where a segment is empty",
            "R3",
            () =>
                Correct with
                {
                    Route = (method, target) =>
                        target.Segments.Contains("")
                            ? new Rejection(405, "MethodNotAllowedException", "expected another path")
                            : Correct.Route(method, target),
                }
        ),
        Row(
            "LooksFlowsUpBeforeTheBody",
            "looks flows up before it reads the body",
            "R5",
            () =>
                Correct with
                {
                    Handle = call =>
                        Correct.Find(call.Api.Directory, call.FlowIdentifier, call.FlowAliasIdentifier) is null
                            ? call.Api.Behaviour.Reject(FlowRejections.NotFound(call))
                            : InvokeFlow.Handle(call),
                }
        ),
        Row(
            "FindsNoUnknownNodes",
            "responds with 404 to unknown nodes",
            "R21",
            () =>
                Rejections(rejection =>
                    rejection.Message.Contains("the flow's input node", StringComparison.Ordinal)
                        ? rejection with
                        {
                            Status = 404,
                            Error = FlowError.ResourceNotFound.Name,
                        }
                        : rejection
                )
        ),
        Row(
            "HidesWhatItDoesNotAllow",
            "responds with 403 to what it does not find",
            "D3:139",
            () =>
                Correct with
                {
                    Find = (all, flow, alias) =>
                        all.Find(flow, alias) ?? new Flow(flow) { FailsBeforeStream = FlowError.AccessDenied },
                }
        ),
        Row(
            "IgnoresUnknownOutputs",
            "passes over unknown outputs of the input node",
            "R21",
            () =>
                Correct with
                {
                    FitsFlow = (flow, input) => InvokeFlow.Misfit(flow, input with { NodeOutputName = null }),
                }
        ),
        Row(
            "FindsFlowsInAnyCase",
            "passes over the case of letters in identifiers and names of nodes",
            "R26",
            () =>
                Correct with
                {
                    Find = (all, flow, alias) => all.Find(InCapitals(flow), InCapitals(alias)),
                    FitsFlow = (flow, input) =>
                        input.NodeName.Equals(flow.InputNode, StringComparison.OrdinalIgnoreCase)
                            ? InvokeFlow.Misfit(flow, input with { NodeName = flow.InputNode })
                            : InvokeFlow.Misfit(flow, input),
                }
        ),
        Row(
            "ReadsPatternsByTheLetter",
            "reads the patterns of identifiers by the letter",
            "R2",
            () =>
                Correct with
                {
                    FlowIdentifierInPath = value =>
                        EndsLikeAnIdentifier(value) ? null : FlowChecks.FlowIdentifier(value),
                }
        ),
    ];

    private static string InCapitals(string identifier) =>
        identifier.Contains(':') ? identifier : identifier.ToUpperInvariant();

    private static bool EndsLikeAnIdentifier(string value) =>
        value.Length is >= 10 and <= 2048 && value[^10..].All(char.IsAsciiLetterOrDigit);
}
