using System.Globalization;
using Conformance.Generators;

namespace Conformance.Apis.Pennsieve;

/// <summary>A context that comes back in a webhook. The document calls it an object (D2:60), so all are objects.</summary>
/// <param name="Label">Stable name.</param>
/// <param name="Says">What it is, in words.</param>
/// <param name="Context">The context, from the token by which the webhook is known again; null for none.</param>
internal sealed record ContextSample(string Label, string Says, Func<string, JsonValue>? Context)
{
    /// <summary>Whether a target may find it too large, too deep or too much: no document gives a limit.</summary>
    public bool IsLarge { get; init; }

    // Such as every JSON library holds exactly (RFC 8259, section 6).
    private static readonly string[] Numbers =
    [
        "0",
        "-1",
        "0.1",
        "-2.5",
        "1.0",
        "1e3",
        "1E+2",
        "1.5E-7",
        "1e21",
        "2147483648",
        "-2147483649",
        "4294967296",
        "9007199254740991",
        "-9007199254740991",
        "9007199254740992",
        "1704164645123",
        "123456789.125",
    ];

    // More than libraries with doubles hold: what becomes of them is recorded.
    private static readonly string[] Precise =
    [
        "9007199254740993",
        "12345678901234567890",
        "0.12345678901234567890123",
        "1.0000000000000000001",
    ];

    // Just over the usual sizes of columns and buffers.
    private static readonly ImmutableArray<int> Lengths = [255, 256, 257, 1_023, 1_024, 1_025, 4_096, 4_097, 8_193];

    // Of two, three and four bytes.
    private static readonly ImmutableArray<string> Wide = ["é", "世", "😀"];

    private const string Literals = """
        {
          "nothing": null, "yes": true, "no": false, "object": {}, "array": [], "text": "", "zero": 0,
          "list": [null, [], {}, [null], { "nothing": null }, "", 0, false],
          "z": 1, "a": 2, "m": { "z": 1, "a": 2 }, "in": { "__proto__": { "x": 1 } },
          "twice": [1, 1, "1", 1, "1", null, null], "down": [3, 2, 1], "rows": [[2, 1], [], [1, 2]],
          "items": [{ "id": 2 }, { "id": 1 }, { "id": 2 }]
        }
        """;

    /// <summary>One of each kind, and so many at random.</summary>
    public static ImmutableArray<ContextSample> All(Draw draw, int random) =>
        [
            new("none", "a run without a context", null),
            new("empty", "an empty context", _ => JsonObject.Empty),
            Of("numbers", "a context of numbers", Everywhere(Numbers.Select(JsonValue.Parse))),
            Of("times", "a context of dates, times and durations", Texts(ContextTexts.Times)),
            Of(
                "identifiers",
                "a context of identifiers, and of texts that look like JSON",
                Texts([.. ContextTexts.Identifiers, .. ContextTexts.LikeJson])
            ),
            Of(
                "texts",
                "a context of texts in many scripts, with markup, escapes and line ends",
                Texts([.. ContextTexts.Scripts, .. ContextTexts.Marks])
            ),
            Of("names", "a context with unusual names", Named()),
            Of("literals", "null, true, false, empty and repeated values in a context", JsonValue.Parse(Literals)),
            Of("nested", "a context that is nested 48 levels deep", Nested(depth: 24)),
            Of("lengths", "texts of 255 to 8,193 characters in a context", Members(Lengths.Select(Length))),
            .. random > 1 ? Seldom : [],
            .. Large,
            .. Enumerable
                .Range(1, random)
                .Select(n => new ContextSample(
                    string.Create(CultureInfo.InvariantCulture, $"random-{n}"),
                    "a context made at random",
                    token => Marked(token, RandomJson.Object(draw.For(n.ToString(CultureInfo.InvariantCulture))))
                )),
        ];

    private static IEnumerable<ContextSample> Large =>
        new[]
        {
            Of("many", "a context of 1,000 members", Members(Enumerable.Range(0, 1_000).Select(Number))),
            Of("long", "a context with a text of 70,000 characters", Members([Length(70_000)])),
            Of(
                "wide",
                "texts of characters of two to four bytes in a context, 3,001 of each",
                Members(Wide.Select(c => (JsonValue)new JsonText(ContextTexts.Of(c, 3_001))))
            ),
        }.Select(sample => sample with { IsLarge = true });

    private static ImmutableArray<ContextSample> Seldom =>
        [
            Of("precise", "a context of numbers with many digits", Everywhere(Precise.Select(JsonValue.Parse))),
            Of("deep", "a context that is nested 200 levels deep", Nested(depth: 100)) with
            {
                IsLarge = true,
            },
        ];

    private static ContextSample Of(string label, string says, JsonValue context) =>
        new(label, says, token => Marked(token, context));

    private static JsonObject Marked(string token, JsonValue context) =>
        new JsonObject([.. Callbacks.Mark(token).Properties, .. ((JsonObject)context).Properties]);

    private static JsonValue Number(int number) => JsonValue.Parse(number.ToString(CultureInfo.InvariantCulture));

    private static JsonValue Length(int length) => new JsonText(ContextTexts.OfLength(length));

    private static JsonObject Texts(IEnumerable<string> texts) => Everywhere(texts.Select(t => new JsonText(t)));

    /// <summary>The values as members, in an array, whose order counts, and further in.</summary>
    private static JsonObject Everywhere(IEnumerable<JsonValue> values)
    {
        ImmutableArray<JsonValue> all = [.. values];
        var members = Members(all);
        return new JsonObject([
            .. members.Properties,
            new JsonProperty("all", new JsonArray(all)),
            new JsonProperty("further", new JsonArray([new JsonArray([members])])),
        ]);
    }

    private static JsonObject Members(IEnumerable<JsonValue> values) =>
        new([.. values.Select((v, n) => new JsonProperty(string.Create(CultureInfo.InvariantCulture, $"m{n}"), v))]);

    /// <summary>Each name at the top and further in, with a value that tells it.</summary>
    private static JsonObject Named()
    {
        ImmutableArray<JsonProperty> members = [.. ContextTexts.Names.Select(Member)];
        return new JsonObject([.. members, new JsonProperty("in", new JsonArray([new JsonObject(members)]))]);
    }

    private static JsonProperty Member(string name) => new(name, new JsonText($"of {name}"));

    private static JsonObject Nested(int depth) =>
        depth == 0
            ? new JsonObject([new JsonProperty("end", JsonValue.Parse("[1,[2,[3]]]"))])
            : new JsonObject([new JsonProperty("in", new JsonArray([Nested(depth - 1), JsonValue.Null]))]);
}
