using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Requests that have something in common are taken for one and the same.</summary>
internal static class CollidingRequests
{
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(10);

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "RemembersDocumentsInAnyCase",
                "gives back the first document that differs in the case of letters alone",
                ["concurrency/own-responses"],
                WithTheFirstInAnyCase
            )
            .AlsoBreaking("robustness/no-leak", "document/*", "body/*"),
        Row(
                "JoinsCallsOfTheSameLength",
                "takes calls at once whose documents have the same length for one call",
                ["concurrency/own-responses"],
                WithJoinedCalls
            )
            .AlsoBreaking("robustness/no-leak", "document/*"),
        Row(
                "LeavesDocumentsOfUnknownFlows",
                "runs the next request on a connection with the document of one whose flow was not found",
                ["concurrency/own-responses"],
                WithLeftDocuments
            )
            .AlsoBreaking("document/*", "robustness/no-leak", "body/*"),
    ];

    private static BedrockFlowsBehaviour WithTheFirstInAnyCase()
    {
        var seen = new ConcurrentDictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        return Correct with
        {
            Run = invocation =>
                FlowRun.Of(
                    WithDocument(
                        invocation,
                        seen.GetOrAdd(invocation.Input.Document.GetRawText(), invocation.Input.Document)
                    )
                ),
        };
    }

    private static BedrockFlowsBehaviour WithJoinedCalls()
    {
        var underWay = new ConcurrentDictionary<int, FlowInput>();
        return Correct with { Run = Run };

        async IAsyncEnumerable<FlowEvent> Run(FlowInvocation invocation)
        {
            var length = invocation.Input.Document.GetRawText().Length;
            var first = underWay.GetOrAdd(length, invocation.Input);
            await Task.Delay(Work, TimeProvider.System);
            if (ReferenceEquals(first, invocation.Input))
                underWay.TryRemove(length, out _);
            await foreach (var e in FlowRun.Of(WithDocument(invocation, first.Document)))
                yield return e;
        }
    }

    private static BedrockFlowsBehaviour WithLeftDocuments()
    {
        var left = new ConcurrentDictionary<string, JsonElement>();
        return Correct with
        {
            ReadBody = request =>
                Correct.ReadBody(request) is { Rejection: null } body
                && left.TryRemove(request.Connection, out var document)
                    ? WithDocument(body, document)
                    : Correct.ReadBody(request),
            Handle = call =>
            {
                var response = InvokeFlow.Handle(call);
                if (response.Status == 404 && DocumentIn(call.Request) is { } document)
                    left[call.Request.Connection] = document;
                return response;
            },
        };
    }

    private static FlowInvocation WithDocument(FlowInvocation invocation, JsonElement document) =>
        invocation with
        {
            Input = invocation.Input with { Document = document },
        };

    private static JsonBody WithDocument(JsonBody body, JsonElement document) =>
        DocumentIn(body) is null || FlowJson.RepeatsMembers(body.Object)
            ? body
            : body with
            {
                Object = FlowJson.Rewritten(
                    body.Object,
                    b => FlowJson.InputOf(b)!["content"]!["document"] = FlowJson.Node(document)
                ),
            };

    private static JsonElement? DocumentIn(Incoming request) => DocumentIn(Correct.ReadBody(request));

    private static JsonElement? DocumentIn(JsonBody body) =>
        body.Rejection is null
        && FlowJson.InputOf(body.Object) is { } input
        && input.TryGetProperty("content", out var content)
        && content.ValueKind == JsonValueKind.Object
        && content.TryGetProperty("document", out var document)
            ? document
            : null;
}
