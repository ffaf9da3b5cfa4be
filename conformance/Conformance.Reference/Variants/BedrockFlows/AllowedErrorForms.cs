using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Variants.BedrockFlows.FlowVariant;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Errors that are told in other forms of the protocol.</summary>
internal static class AllowedErrorForms
{
    private const string NameHeader = "X-Amzn-ErrorType";

    public static readonly ImmutableArray<Variant> Rows =
    [
        WritesErrors(
            "NamesErrorsInTheBody",
            "names errors in __type, with a namespace",
            (a, name) => a.WithoutHeader(NameHeader).Rewritten(o => o["__type"] = $"com.amazonaws.bedrock#{name}")
        ),
        WritesErrors(
            "NamesErrorsInCodeAlone",
            "names errors in code",
            (a, name) => a.WithoutHeader(NameHeader).Rewritten(o => o["code"] = name)
        ),
        WritesErrors(
            "NamesErrorsWithUri",
            "names errors with a URI behind",
            (a, name) => a.WithHeader(NameHeader, $"{name}:http://internal.amazon.com/coral/com.amazon.bedrock/")
        ),
        Row(
            "WritesHeaderNamesInLowercase",
            "writes header names in lowercase",
            "rfc9110",
            () => Correct with { Stamp = (response, id) => InLowercase(Correct.Stamp(response, id)) }
        ),
        WritesErrors(
            "TellsErrorsWithCharset",
            "tells errors with a declared charset",
            (a, _) => a.WithHeader("Content-Type", "application/json; charset=UTF-8")
        ),
        WritesErrors(
            "TellsErrorsWithoutMessage",
            "tells errors without a message",
            (a, _) => a.Rewritten(o => o.Remove("message"))
        ),
        WritesErrors(
            "TellsErrorsWithMoreMembers",
            "tells errors with more members",
            (a, _) => a.Rewritten(o => o["details"] = new JsonArray(new JsonObject { ["at"] = "inputs" }))
        ),
        WritesErrors(
            "DescribesNothing",
            "tells errors with an empty message",
            (a, _) => a.Rewritten(o => o["message"] = "")
        ),
    ];

    /// <summary>Errors are written in another way.</summary>
    /// <param name="change">Makes another response of the right one and the name of its error.</param>
    private static Variant WritesErrors(string name, string says, Func<Response, string, Response> change) =>
        Row(
            name,
            says,
            "restjson1",
            () => Correct with { Reject = rejection => change(Correct.Reject(rejection), rejection.Error) }
        );

    private static Response InLowercase(Response response) =>
        response with
        {
            Headers = [.. response.Headers.Select(h => KeyValuePair.Create(h.Key.ToLowerInvariant(), h.Value))],
        };
}
