using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowIdentifiers;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Each member is taken on its own, but not with each other one, or not in each order.</summary>
internal static class MemberCombinations
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "RejectsOutputNamesWithAliasArns",
                "rejects nodeOutputName where the alias is named by its ARN",
                ["identifiers/by-arn"],
                () =>
                    Correct with
                    {
                        Handle = call =>
                            IsArn(call.FlowAliasIdentifier) && NamesAnOutput(call.Request)
                                ? Correct.Reject(FlowRejections.Validation("expected no nodeOutputName, got one"))
                                : InvokeFlow.Handle(call),
                    }
            )
            .AlsoBreaking("not-found/unknown-alias", "request/*"),
        Row(
                "IteratesArraysWithoutOutputName",
                "gives each item of an array as an output of its own where there is no nodeOutputName",
                ["document/any-json"],
                () => Correct with { Run = Iterated }
            )
            .AlsoBreaking("document/*", "stream/outputs", "request/pairs-of-members/accepted"),
        Row(
                "RejectsNodeNamesBeforeContent",
                "rejects inputs in which nodeName stands before content",
                ["body/legal-forms"],
                () =>
                    Members(m =>
                        m with
                        {
                            Input = json =>
                                BeginsWithNodeName(json) ? new(default, "expected content first") : m.Input(json),
                        }
                    )
            )
            .AlsoBreaking("document/*", "request/*", "inputs*/accepted"),
    ];

    private static bool NamesAnOutput(Incoming request) =>
        Correct.ReadBody(request) is { Rejection: null } body
        && FlowJson.InputOf(body.Object) is { } input
        && input.TryGetProperty("nodeOutputName", out _);

    private static IAsyncEnumerable<FlowEvent> Iterated(FlowInvocation invocation)
    {
        var (flow, input) = invocation;
        var events = FlowRun.Of(invocation);
        return input.NodeOutputName is null && input.Document.ValueKind == JsonValueKind.Array
            ? events.SelectMany(e =>
                e.Name == Output
                    ? input
                        .Document.EnumerateArray()
                        .Select(i => FlowEvent.Output(flow.OutputNode, "FlowOutputNode", i))
                    : [e]
            )
            : events;
    }

    private static bool BeginsWithNodeName(JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Object)
            return false;
        var names = input.EnumerateObject().Select(m => m.Name).ToList();
        return names.Contains("content") && names.Take(names.IndexOf("content")).Contains("nodeName");
    }
}
