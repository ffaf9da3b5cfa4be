using Conformance.Generators.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Generators.Inside;

/// <summary>
/// JSON of every kind, for members that hold any. Numbers are such that writing them again gives the same text, and no
/// object repeats a name: what comes back can be compared without a dispute.
/// </summary>
internal static class InsideAny
{
    private const int DeepestRandom = 3;
    private const int MostRandomChildren = 4;

    private static readonly ImmutableArray<(string Json, string Label, string Says)> Chosen =
    [
        ("\"a text\"", "string", "a string"),
        ("\"\"", "empty-string", "the empty string"),
        ("\"Grüße, 世界, 😀, \\\"quoted\\\" and a\\\\b/c\\n\"", "string-beyond-ascii", "a string beyond ASCII"),
        ("\"null\"", "text-null", "the string null"),
        ("42", "number", "a number"),
        ("0", "zero", "zero"),
        ("-0.5", "negative-fraction", "a negative fraction"),
        ("true", "boolean", "true"),
        ("false", "false", "false"),
        ("[]", "empty-array", "an empty array"),
        ("""["a",1,{"b":[]},null]""", "array", "an array of mixed kinds"),
        ("{}", "empty-object", "an empty object"),
        ("""{"a":{"b":[1,2.5,"é"]},"":"","a.b":null}""", "object", "a nested object with odd names"),
        ("[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", "nested-arrays", "20 nested arrays"),
    ];

    private static readonly Gen<JsonValue> Leaf = Gen.OneOf(
        Gen.Elements("a", "", "é", "text with spaces", "😀", "\"", "\\", "0")
            .Select(text => (JsonValue)new JsonText(text)),
        Gen.Choose(-1000, 1000).Select(n => (JsonValue)new JsonRaw($"{n}")),
        Gen.Elements("true", "false", "null", "0.5", "12.25").Select(text => (JsonValue)new JsonRaw(text))
    );

    /// <summary>The chosen values, and as many random trees as the draw says.</summary>
    public static IEnumerable<Sample> Of(Draw draw) =>
        Chosen
            .Select(chosen => new Sample(JsonValue.Parse(chosen.Json), chosen.Label, chosen.Says))
            .Concat(Enumerable.Range(1, draw.RandomCount).Select(i => Random(i, draw.For($"random-{i}"))));

    private static Sample Random(int number, Draw draw) =>
        new(Rolls.One(Tree(DeepestRandom), draw), $"random-{number}", "a random value") { Kind = Kind.Random.Name };

    private static Gen<JsonValue> Tree(int depth) =>
        depth == 0 ? Leaf : Gen.OneOf(Leaf, Children(depth).Select(Array), Children(depth).Select(Object));

    private static Gen<JsonValue[]> Children(int depth) =>
        Gen.Choose(0, MostRandomChildren).SelectMany(count => Tree(depth - 1).ArrayOf(count));

    private static JsonValue Array(JsonValue[] items) => new JsonArray([.. items]);

    private static JsonValue Object(JsonValue[] values) =>
        new JsonObject([.. values.Select((value, i) => new JsonProperty($"name{i}", value))]);
}
