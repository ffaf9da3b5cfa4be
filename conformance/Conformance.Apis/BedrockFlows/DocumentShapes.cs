using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Where in a document its texts stand.</summary>
/// <param name="Says">In words that follow the texts.</param>
/// <param name="Make">The document of these texts whose JSON takes about so many bytes.</param>
internal sealed record DocumentShape(string Says, Func<DocumentText, int, JsonValue> Make);

/// <summary>The shapes of documents: one long text in different places, or many short ones.</summary>
internal static class DocumentShapes
{
    private const int Depth = 12;

    private static readonly JsonRaw One = new("1");

    /// <summary>A text by itself.</summary>
    public static DocumentShape Alone { get; } = new("alone", (text, bytes) => Long(text, bytes));

    /// <summary>All of them.</summary>
    public static ImmutableArray<DocumentShape> All { get; } =
    [
        Alone,
        new("at the beginning of an array", (text, bytes) => new JsonArray([Long(text, bytes), JsonValue.Null, One])),
        new("amid an array", (text, bytes) => new JsonArray([new JsonText("x"), Long(text, bytes), JsonValue.Null])),
        new("at the end of an array", (text, bytes) => new JsonArray([JsonValue.Null, One, Long(text, bytes)])),
        new(
            "as a member",
            (text, bytes) => Object(("a", JsonValue.Null), ("b", Long(text, bytes)), ("c", JsonValue.Null))
        ),
        new(
            "as the name of a member",
            (text, bytes) => Object(("a", One), (text.Long(bytes), JsonValue.Null), ("z", One))
        ),
        new("deep down", (text, bytes) => Nested(Long(text, bytes))),
        new("in many members", ManyMembers),
        new("in many items, each twice", (text, bytes) => Items(text, bytes, item => [item, item])),
        new(
            "in many items between nulls",
            (text, bytes) => Items(text, bytes, item => [JsonValue.Null, item, JsonValue.Null])
        ),
        new(
            "in many alike objects",
            (text, bytes) => Items(text, bytes, item => [Object(("id", One), ("text", item), ("none", JsonValue.Null))])
        ),
    ];

    private static JsonText Long(DocumentText text, int bytes) => new(text.Long(bytes));

    private static JsonObject Object(params ReadOnlySpan<(string Name, JsonValue Value)> members)
    {
        var properties = ImmutableArray.CreateBuilder<JsonProperty>(members.Length);
        foreach (var (name, value) in members)
            properties.Add(new JsonProperty(name, value));
        return new JsonObject(properties.ToImmutable());
    }

    private static JsonValue Nested(JsonValue innermost) =>
        Enumerable
            .Range(0, Depth)
            .Aggregate(innermost, (inner, n) => n % 2 == 0 ? new JsonArray([inner]) : Object(("a", inner)));

    private static JsonObject ManyMembers(DocumentText text, int bytes) =>
        new([
            .. Within(
                bytes,
                text.Names().Zip(text.Short().Skip(1), (name, value) => new JsonProperty(name, new JsonText(value))),
                member => DocumentText.SizeOf(member.Name) + SizeOf(member.Value) + 4
            ),
        ]);

    private static JsonArray Items(DocumentText text, int bytes, Func<JsonText, ImmutableArray<JsonValue>> around) =>
        new([
            .. Within(
                    bytes,
                    text.Short().Select(item => around(new JsonText(item))),
                    items => items.Sum(item => SizeOf(item) + 1)
                )
                .SelectMany(items => items),
        ]);

    private static int SizeOf(JsonValue value) => value.ToUtf8().Length;

    /// <summary>As many as it takes to reach the size, and no more.</summary>
    private static IEnumerable<T> Within<T>(int bytes, IEnumerable<T> parts, Func<T, int> sizeOf)
    {
        var left = bytes;
        foreach (var part in parts)
        {
            yield return part;
            left -= sizeOf(part);
            if (left <= 0)
                yield break;
        }
    }
}
