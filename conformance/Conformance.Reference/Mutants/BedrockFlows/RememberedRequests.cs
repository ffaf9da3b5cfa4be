using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Something of an earlier request is still there when the next one comes.</summary>
internal static class RememberedRequests
{
    private const int LongestBeginning = 64;

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "RemembersDocumentsByTheirBeginning",
                "gives back the first document with the same 64 characters at its beginning",
                ["document/*"],
                WithTheFirstOfEachBeginning
            )
            .AlsoBreaking("robustness/no-leak", "concurrency/own-responses", "body/*"),
        Row(
                "KeepsNodeNamesOnConnections",
                "takes the nodeName of an earlier request on the same connection where there is none",
                ["inputs[].nodeName/required/rejected"],
                WithKeptNodeNames
            )
            .AlsoBreaking("inputs[].nodeName/required/null-rejected"),
    ];

    private static BedrockFlowsBehaviour WithTheFirstOfEachBeginning()
    {
        var seen = new ConcurrentDictionary<string, JsonElement>();
        return Correct with
        {
            Run = invocation =>
            {
                var document = invocation.Input.Document;
                var text = document.GetRawText();
                return text.Length <= LongestBeginning
                    ? FlowRun.Of(invocation)
                    : FlowRun.Of(
                        invocation with
                        {
                            Input = invocation.Input with
                            {
                                Document = seen.GetOrAdd(text[..LongestBeginning], document),
                            },
                        }
                    );
            },
        };
    }

    private static BedrockFlowsBehaviour WithKeptNodeNames()
    {
        var kept = new ConcurrentDictionary<string, string>();
        return Correct with
        {
            ReadBody = request =>
            {
                var body = Correct.ReadBody(request);
                if (body.Rejection is not null || FlowJson.InputOf(body.Object) is not { } input)
                    return body;
                if (input.TryGetProperty("nodeName", out var name) && name.ValueKind == JsonValueKind.String)
                    kept[request.Connection] = name.GetString()!;
                else if (name.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
                    return WithNodeName(body, kept.GetValueOrDefault(request.Connection));
                return body;
            },
        };
    }

    private static JsonBody WithNodeName(JsonBody body, string? name) =>
        name is null || FlowJson.RepeatsMembers(body.Object)
            ? body
            : body with
            {
                Object = FlowJson.Rewritten(body.Object, b => FlowJson.InputOf(b)!["nodeName"] = name),
            };
}
