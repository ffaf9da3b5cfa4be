using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Names that are looked at in another way.</summary>
internal static class Lookups
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new FindsNothingIllFormed(),
        new RefusesEmptySegmentsAsWrongMethod(),
        new LooksFlowsUpBeforeTheBody(),
        new FindsNoUnknownNodes(),
        new IgnoresUnknownOutputs(),
        new ReadsPatternsByTheLetter(),
    ];
}

internal sealed class FindsNothingIllFormed() : FlowVariant("answers 404 to ill-formed identifiers", "R15")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            FlowIdentifierInPath = _ => null,
            FlowAliasIdentifierInPath = _ => null,
        };
}

internal sealed class RefusesEmptySegmentsAsWrongMethod() : FlowVariant("answers 405 where a segment is empty", "R3")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Route = (method, target) =>
                target.Segments.Contains("")
                    ? new Refusal(405, "MethodNotAllowedException", "expected another path")
                    : FlowTwists.Correct.Route(method, target),
        };
}

internal sealed class LooksFlowsUpBeforeTheBody() : FlowVariant("looks flows up before it reads the body", "R5")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Handle = call =>
                FlowTwists.Correct.Find(call.Api.Directory, call.FlowIdentifier, call.FlowAliasIdentifier) is null
                    ? call.Api.Behaviour.Refuse(FlowRefusals.NotFound(call))
                    : InvokeFlow.Handle(call),
        };
}

internal sealed class FindsNoUnknownNodes() : FlowVariant("answers 404 to unknown nodes", "R21")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Refuse = refusal =>
                FlowTwists.Correct.Refuse(
                    refusal.Message.Contains("the flow's input node", StringComparison.Ordinal)
                        ? refusal with
                        {
                            Status = 404,
                            Error = FlowError.ResourceNotFound.Name,
                        }
                        : refusal
                ),
        };
}

internal sealed class IgnoresUnknownOutputs() : FlowVariant("passes over unknown outputs of the input node", "R21")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            FitsFlow = (flow, input) => InvokeFlow.Misfit(flow, input with { NodeOutputName = null }),
        };
}

internal sealed class ReadsPatternsByTheLetter() : FlowVariant("reads the patterns of identifiers by the letter", "R2")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            FlowIdentifierInPath = value =>
                FlowChecks.FlowIdentifier(value) is { } complaint && !EndsLikeAnIdentifier(value) ? complaint : null,
        };

    private static bool EndsLikeAnIdentifier(string value) =>
        value.Length is >= 10 and <= 2048 && value[^10..].All(char.IsAsciiLetterOrDigit);
}
