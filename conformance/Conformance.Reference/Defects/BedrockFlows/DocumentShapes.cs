using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>The shape of documents is changed.</summary>
internal abstract class ChangesShapes(string says, Func<JsonNode?, JsonNode?> change)
    : ChangesDocuments(says, change, "document/any-json");

internal sealed class ParsesTextsAsJson()
    : ChangesShapes(
        "parses texts that look like JSON",
        document => FlowTwists.TextOf(document) is ['{', ..] text ? JsonNode.Parse(text) : document
    );

internal sealed class FlattensArrays()
    : ChangesShapes(
        "joins the items of arrays into a text",
        document => document is JsonArray array ? JsonValue.Create(string.Join(',', array)) : document
    );

internal sealed class UnwrapsArraysOfOne()
    : ChangesShapes("takes arrays of one item for the item", document => Unwrapped(document?.DeepClone()))
{
    private static JsonNode? Unwrapped(JsonNode? node) =>
        node switch
        {
            JsonArray { Count: 1 } array => Unwrapped(array[0]?.DeepClone()),
            JsonObject members => new JsonObject(
                members.ToList().Select(m => KeyValuePair.Create(m.Key, Unwrapped(m.Value?.DeepClone())))
            ),
            _ => node,
        };
}

internal sealed class DropsNullMembers()
    : ChangesShapes("drops members that are null", document => Without(document?.DeepClone()))
{
    private static JsonNode? Without(JsonNode? node) =>
        node is JsonObject members
            ? new JsonObject(
                members
                    .Where(m => m.Value is not null)
                    .ToList()
                    .Select(m => KeyValuePair.Create(m.Key, Without(m.Value!.DeepClone())))
            )
            : node;
}

internal sealed class TurnsNullsIntoObjects()
    : ChangesShapes("gives an empty object for null", document => Leaves(document, leaf => leaf ?? new JsonObject()));

internal sealed class WritesBooleansAsNumbers()
    : ChangesShapes(
        "writes booleans as 0 and 1",
        document =>
            Leaves(
                document,
                leaf =>
                    leaf?.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                        ? JsonValue.Create(leaf.GetValue<bool>() ? 1 : 0)
                        : leaf
            )
    );

internal sealed class DropsMembersWithOddNames()
    : ChangesShapes(
        "gives only the members whose names are letters and digits",
        document =>
            document is JsonObject members
                ? new JsonObject(
                    members
                        .Where(m => m.Key.All(char.IsAsciiLetterOrDigit))
                        .ToList()
                        .Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))
                )
                : document
    );

internal sealed class TurnsEmptyIntoNull()
    : ChangesShapes(
        "gives null for what is empty",
        document => document?.ToJsonString() is "\"\"" or "[]" or "{}" ? null : document
    );

internal sealed class CutsDeepDocuments()
    : ChangesShapes("gives null for what is nested deeper than 10", document => Cut(document?.DeepClone(), 10))
{
    private static JsonNode? Cut(JsonNode? node, int depth) =>
        node switch
        {
            JsonArray or JsonObject when depth == 0 => null,
            JsonArray array => new JsonArray([.. array.Select(item => Cut(item?.DeepClone(), depth - 1))]),
            JsonObject members => new JsonObject(
                members.ToList().Select(m => KeyValuePair.Create(m.Key, Cut(m.Value?.DeepClone(), depth - 1)))
            ),
            _ => node,
        };
}

internal sealed class AnswersWithTheFirstDocument()
    : FlowDefect("gives back the first document of each length that it saw", "document/any-json")
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["document/*"];

    protected override BedrockFlowsBehaviour Twist()
    {
        var seen = new ConcurrentDictionary<int, JsonElement>();
        return FlowTwists.Correct with
        {
            Run = invocation =>
            {
                var document = invocation.Input.Document;
                var first = seen.GetOrAdd(document.GetRawText().Length, _ => document.Clone());
                return FlowRun.Of(invocation with { Input = invocation.Input with { Document = first } });
            },
        };
    }
}
