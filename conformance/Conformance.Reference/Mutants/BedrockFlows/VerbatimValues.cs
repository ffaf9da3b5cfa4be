using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.DocumentValues;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Documents in which some values are understood as more than they are, or as less.</summary>
internal static class VerbatimValues
{
    private static readonly Regex Time = new(
        @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
        RegexOptions.CultureInvariant
    );

    private static readonly Regex Integer = new("^-?(0|[1-9][0-9]{0,14})$", RegexOptions.CultureInvariant);

    public static readonly ImmutableArray<Mutant> Rows =
    [
        ChangesLeaves(
            "RewritesTimes",
            "reads texts that are times, and writes them in UTC without fractions of a second",
            "document/any-json",
            leaf => FlowJson.TextOf(leaf) is { } text && Time.IsMatch(text) ? InUtc(text) : leaf
        ),
        ChangesNumbers(
            "DropsExponentsInCapitals",
            "drops the exponent of a number that is written with a capital E",
            number => JsonNode.Parse(number.Split('E')[0])
        ),
        ChangesDocuments(
            "DropsMembersNamedLikePrototypes",
            "drops members with the names by which JavaScript finds prototypes",
            document =>
                FlowJson.Everywhere(
                    document,
                    node =>
                        node is JsonObject members
                            ? FlowJson.Members(members, m => m.Key is not ("__proto__" or "constructor" or "prototype"))
                            : node
                )
        ),
        ChangesArrays(
            "DropsNullsAtTheEnd",
            "drops the nulls at the end of an array",
            items => items.Reverse().SkipWhile(item => item is null).Reverse()
        ),
        ChangesArrays(
            "GivesRepeatedItemsOnce",
            "gives items that an array repeats only once",
            items => items.DistinctBy(item => item?.ToJsonString())
        ),
        Row(
                "KeepsEscapesOfAscii",
                "takes the escapes of characters that need none for the text itself",
                ["document/spellings"],
                () => Payloads(Output, json => FlowJson.Escapes(json, EscapedAgain))
            )
            .AlsoBreaking("document/*", "body/*"),
        ChangesLeaves(
            "TakesNumericTextsForNumbers",
            "gives numbers for texts that are integers",
            "document/spellings",
            leaf => FlowJson.TextOf(leaf) is { } text && Integer.IsMatch(text) ? JsonNode.Parse(text) : leaf
        ),
    ];

    /// <summary>The items of each array, at any depth, are others.</summary>
    private static Mutant ChangesArrays(string name, string says, Func<JsonArray, IEnumerable<JsonNode?>> change) =>
        // Any of the documents may hold such an array.
        ChangesDocuments(
                name,
                says,
                document =>
                    FlowJson.Everywhere(
                        document,
                        node =>
                            node is JsonArray items
                                ? new JsonArray([.. change(items).Select(i => i?.DeepClone())])
                                : node
                    )
            )
            .Breaking("document/*");

    private static JsonValue? InUtc(string text) =>
        JsonValue.Create(
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time)
                ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                : text
        );

    private static string? EscapedAgain(char character) =>
        char.IsAscii(character) && !char.IsControl(character) ? $"\\\\u{(int)character:x4}" : null;
}
