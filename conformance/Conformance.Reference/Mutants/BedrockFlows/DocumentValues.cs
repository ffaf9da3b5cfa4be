using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Documents whose arrays, objects, numbers and other values do not come back as they went in.</summary>
internal static class DocumentValues
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        ChangesDocuments(
            "ParsesTextsAsJson",
            "parses texts that look like JSON",
            document => FlowJson.TextOf(document) is ['{', ..] text ? JsonNode.Parse(text) : document
        ),
        ChangesDocuments(
            "FlattensArrays",
            "joins the items of arrays into a text",
            document => document is JsonArray array ? JsonValue.Create(string.Join(',', array)) : document
        ),
        ChangesDocuments(
            "WritesArraysAndObjectsAsTexts",
            "gives arrays and objects as texts with their JSON",
            document => document is JsonArray or JsonObject ? document.ToJsonString() : document
        ),
        ChangesDocuments(
            "KeepsAHundredItems",
            "gives the first 100 items of an array",
            document => document is JsonArray array ? FirstHundred(array) : document
        ),
        ChangesDocuments("UnwrapsArraysOfOne", "takes arrays of one item for the item", Unwrapped),
        ChangesDocuments("DropsNullMembers", "drops members that are null", WithoutNulls),
        ChangesLeaves(
            "TurnsNullsIntoObjects",
            "gives an empty object for null",
            "document/any-json",
            leaf => leaf ?? new JsonObject()
        ),
        ChangesNumbers("WritesNumbersAsTexts", "writes numbers as texts", number => JsonValue.Create(number)),
        ChangesNumbers(
            "RoundsNumbersToIntegers",
            "rounds numbers to integers",
            number => JsonValue.Create(Math.Round(double.Parse(number, CultureInfo.InvariantCulture)))
        ),
        ChangesNumbers(
            "KeepsSevenDigits",
            "keeps seven digits of a number",
            number => JsonValue.Create(float.Parse(number, CultureInfo.InvariantCulture))
        ),
        ChangesNumbers(
            "KeepsNumbersIn32Bits",
            "gives the largest integer of 32 bits for a larger number",
            number =>
                double.Parse(number, CultureInfo.InvariantCulture) > int.MaxValue
                    ? int.MaxValue
                    : JsonNode.Parse(number)
        ),
        ChangesLeaves(
            "WritesBooleansAsNumbers",
            "writes booleans as 0 and 1",
            "document/any-json",
            leaf =>
                leaf.Is(JsonValueKind.True) ? 1
                : leaf.Is(JsonValueKind.False) ? 0
                : leaf
        ),
        ChangesDocuments(
            "DropsMembersWithOddNames",
            "gives only the members whose names are letters and digits",
            document =>
                document is JsonObject members
                    ? FlowJson.Members(members, m => m.Key.All(char.IsAsciiLetterOrDigit))
                    : document
        ),
        ChangesDocuments(
            "TurnsEmptyIntoNull",
            "gives null for what is empty",
            document => document?.ToJsonString() is "\"\"" or "[]" or "{}" ? null : document
        ),
        ChangesDocuments(
            "CutsDeepDocuments",
            "gives null for what is nested deeper than 10",
            document => Cut(document, 10)
        ),
        TakesForNone("TakesFalseForNoDocument", "false"),
        TakesForNone("TakesZeroForNoDocument", "0"),
        Row(
                "RespondsWithTheFirstDocument",
                "gives back the first document of each length that it saw",
                ["document/any-json"],
                () => WithTheFirstDocument(text => text.Length.ToString(CultureInfo.InvariantCulture))
            )
            .AlsoBreaking("document/*", "concurrency/own-responses"),
        Row(
            "RemembersDocumentsByTheirBeginnings",
            "gives back the first document of each length and beginning of 1000 characters",
            ["concurrency/own-responses"],
            () => WithTheFirstDocument(text => text.Length < 1000 ? text : $"{text.Length} {text[..1000]}")
        ),
        Row(
                "KeepsEscapedSolidi",
                "keeps the backslash of an escaped solidus",
                ["document/spellings"],
                () => Payloads(Output, json => json.Replace(@"\/", @"\\/", StringComparison.Ordinal))
            )
            // A backslash before a solidus looks the same.
            .AlsoBreaking("document/*"),
    ];

    /// <summary>The document is changed on its way.</summary>
    internal static Mutant ChangesDocuments(
        string name,
        string says,
        Func<JsonNode?, JsonNode?> change,
        string breaks = "document/any-json"
    ) =>
        Row(name, says, [breaks], () => MembersOf(Output, output => ChangeDocument(output, change)))
            // A change to text shows in any document, and in random ones by chance.
            .AlsoBreaking("document/*");

    private static void ChangeDocument(JsonObject output, Func<JsonNode?, JsonNode?> change)
    {
        if (output["content"] is JsonObject content && content.ContainsKey("document"))
            content["document"] = change(content["document"]?.DeepClone());
    }

    private static JsonArray FirstHundred(JsonArray items) => new([.. items.Take(100).Select(i => i?.DeepClone())]);

    private static JsonNode? Unwrapped(JsonNode? node) =>
        node switch
        {
            JsonArray { Count: 1 } array => Unwrapped(array[0]?.DeepClone()),
            JsonObject members => FlowJson.EachWithin(members, Unwrapped),
            _ => node,
        };

    private static JsonNode? WithoutNulls(JsonNode? node) =>
        node is JsonObject members
            ? FlowJson.EachWithin(FlowJson.Members(members, m => m.Value is not null), WithoutNulls)
            : node;

    /// <summary>Each value in a document is changed that holds no others.</summary>
    internal static Mutant ChangesLeaves(string name, string says, string breaks, Func<JsonNode?, JsonNode?> change) =>
        ChangesDocuments(name, says, document => FlowJson.Leaves(document, change), breaks);

    /// <summary>Each number in a document is changed.</summary>
    internal static Mutant ChangesNumbers(string name, string says, Func<string, JsonNode?> change) =>
        ChangesLeaves(
            name,
            says,
            "document/any-json",
            leaf => leaf.Is(JsonValueKind.Number) ? change(leaf!.ToJsonString()) : leaf
        );

    private static JsonNode? Cut(JsonNode? node, int depth) =>
        node is JsonArray or JsonObject && depth == 0
            ? null
            : FlowJson.EachWithin(node, inner => Cut(inner, depth - 1));

    /// <summary>A document that some languages take for nothing is rejected as if there were none.</summary>
    private static Mutant TakesForNone(string name, string json) =>
        Row(
            name,
            $"takes {json} for no document",
            ["document/any-json"],
            () =>
                Members(m =>
                    m with
                    {
                        Document = content => IsJust(content, json) ? "expected any, got none" : m.Document(content),
                    }
                )
        );

    private static bool IsJust(JsonElement content, string json) =>
        content.TryGetProperty("document", out var document) && document.GetRawText() == json;

    /// <summary>The first document is given back of those that have the same key.</summary>
    private static BedrockFlowsBehaviour WithTheFirstDocument(Func<string, string> keyOf)
    {
        var seen = new ConcurrentDictionary<string, JsonElement>(StringComparer.Ordinal);
        return Correct with
        {
            Run = invocation =>
            {
                var document = invocation.Input.Document;
                var first = seen.GetOrAdd(keyOf(document.GetRawText()), _ => document.Clone());
                return FlowRun.Of(invocation with { Input = invocation.Input with { Document = first } });
            },
        };
    }
}
