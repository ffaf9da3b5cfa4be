using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowIdentifiers;
using static Conformance.Reference.Mutants.BedrockFlows.FlowInputs;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>What is looked at in most places is passed over in one.</summary>
internal static class LenientLookups
{
    private static readonly Regex SmallEscape = new(
        "%(?=[0-9A-Fa-f]{2})(?=[a-f]|.[a-f])",
        RegexOptions.CultureInvariant
    );

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "PassesOverAliasesOfFlowArns",
                "passes over the alias where the flow is named by its ARN",
                ["not-found/unknown-alias"],
                () =>
                    Correct with
                    {
                        Find = (all, flow, alias) => all.Find(flow, IsArn(flow) ? Offer.TestAlias : alias),
                    }
            )
            .AlsoBreaking("flowIdentifier/*", "flowAliasIdentifier/*"),
        Row(
            "TakesInputsInJsonTexts",
            "takes inputs that are written as JSON within a JSON string",
            ["inputs/type/rejected"],
            () => Bodies(body => Replace(body, "inputs", input => ArrayIn(input) is not null, ArrayIn))
        ),
        Row(
            "PassesOverOutputNamesAbove4Kilobytes",
            "passes over a nodeOutputName of more than 4096 characters",
            ["inputs[].nodeOutputName/pattern/rejected"],
            () =>
                Bodies(body =>
                    Replace(
                        FlowJson.InputOf(body),
                        "nodeOutputName",
                        name => FlowJson.TextOf(name) is { Length: > 4096 },
                        Nothing
                    )
                )
        ),
        Row(
            "FailsOnFiveThousandLevels",
            "responds with 500 to bodies that nest deeper than 5000",
            ["body/deep-nesting", "robustness/no-server-error"],
            () =>
                Correct with
                {
                    ReadBody = request =>
                        NestsDeeperThan(5000, request.Body.Span)
                            ? throw new InvalidOperationException("the stack has no room left")
                            : Correct.ReadBody(request),
                }
        ),
        Row(
                "TellsUnknownAliasesWithoutName",
                "gives the error for an unknown alias no name",
                ["error/ResourceNotFoundException/name"],
                () => Responses((call, r) => IsUnknownAlias(call, r) ? r.WithoutHeader("X-Amzn-ErrorType") : r)
            )
            .AlsoBreaking("not-found/unknown-alias"),
        Row(
                "DecodesEscapesInCapitalsAlone",
                "does not decode the escapes of a path that are written with small letters",
                ["uri/decoded-once"],
                () => Correct with { ReadTarget = raw => RequestTarget.Read(SmallEscape.Replace(raw, "%25")) }
            )
            .AlsoBreaking("identifiers/by-arn", "uri/*"),
    ];

    private static JsonArray? ArrayIn(JsonNode? inputs)
    {
        try
        {
            return FlowJson.TextOf(inputs) is ['[', ..] text ? JsonNode.Parse(text) as JsonArray : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool NestsDeeperThan(int levels, ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
                if (reader.CurrentDepth > levels)
                    return true;
        }
        catch (JsonException)
        {
            // What is no JSON is rejected as such.
        }
        return false;
    }

    private static bool IsUnknownAlias(InvokeFlowCall call, Response response) =>
        response.Status == 404
        && call.Api.Directory.Find(call.FlowIdentifier, Offer.TestAlias) is not null
        && call.Api.Directory.Find(call.FlowIdentifier, call.FlowAliasIdentifier) is null;
}
