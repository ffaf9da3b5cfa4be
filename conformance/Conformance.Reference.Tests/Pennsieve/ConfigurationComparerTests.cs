using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Pennsieve;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Reference.Tests.Pennsieve;

[Properties(Arbitrary = [typeof(ConfigurationComparerTests)])]
public sealed class ConfigurationComparerTests
{
    private static readonly ConfigurationComparer Comparer = ConfigurationComparer.Structural;

    /// <summary>Any JSON, nested as deep as its size allows.</summary>
    private static Gen<JsonNode?> Json(int size)
    {
        var leaf = Gen.OneOf(
            Gen.Constant<JsonNode?>(null),
            Gen.Elements<JsonNode?>(true, false, 0, 1, -2.5, "", "1", "é")
        );
        if (size == 0)
            return leaf.Select(node => node?.DeepClone());
        var inner = Json(size / 3);
        var name = Gen.Elements("a", "b", "c", "d");
        var items = inner.ListOf().Select(nodes => (JsonNode?)new JsonArray([.. nodes.Select(n => n?.DeepClone())]));
        var members = Gen.Zip(name, inner)
            .ListOf()
            .Select(pairs =>
                (JsonNode?)
                    new JsonObject(
                        pairs.DistinctBy(p => p.Item1).Select(p => KeyValuePair.Create(p.Item1, p.Item2?.DeepClone()))
                    )
            );
        return Gen.OneOf(leaf.Select(node => node?.DeepClone()), items, members);
    }

    internal static Arbitrary<JsonNode?> AnyJson { get; } = Arb.From(Gen.Sized(size => Json(Math.Min(size, 30))));

    [Property]
    public bool TheOrderOfMembersAndTheSpellingOfNumbersDoNotMatter(JsonNode? node)
    {
        var (one, other) = (Element(node), Element(Respelled(node)));
        return Comparer.Equals(one, other) && Comparer.GetHashCode(one) == Comparer.GetHashCode(other);
    }

    [Property]
    public bool WhatIsAddedMakesADifference(JsonNode? node) =>
        !Comparer.Equals(Element(node), Element(new JsonObject { ["added"] = node?.DeepClone() }));

    /// <summary>The same value: members in the opposite order, numbers with an exponent.</summary>
    private static JsonNode? Respelled(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Reverse().Select(m => KeyValuePair.Create(m.Key, Respelled(m.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Respelled)]),
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonNode.Parse(
                value.ToJsonString() + "e0"
            ),
            _ => node?.DeepClone(),
        };

    private static JsonElement Element(JsonNode? node) => JsonElement.Parse(node?.ToJsonString() ?? "null");
}
