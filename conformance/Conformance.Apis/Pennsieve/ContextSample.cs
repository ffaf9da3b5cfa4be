using System.Globalization;
using Conformance.Generators;

namespace Conformance.Apis.Pennsieve;

/// <summary>A context that comes back in a webhook. The document calls it an object (D2:60), so all are objects.</summary>
/// <param name="Label">Stable name.</param>
/// <param name="Says">What it is, in words.</param>
/// <param name="Context">The context, from the token by which the webhook is known again; null for none.</param>
internal sealed record ContextSample(string Label, string Says, Func<string, JsonValue>? Context)
{
    // What a path, a query or a template language might stumble over; readers differ on NUL and lone surrogates.
    private static readonly string[] Texts =
    [
        "",
        " ",
        "null",
        "\"quoted\" \\ and / slashed",
        "tab\t, line\n, separator\u2028, bell\u0007",
        "Zürich, Ωmega, 世界, \u202eעברית\u202c",
        "e\u0301 is not é",
        "😀👩‍👩‍👧 beyond the plane",
        "<b>&amp;%20+{{x}}${y}",
    ];

    // Such as every JSON library holds exactly (RFC 8259, section 6).
    private static readonly string[] Numbers =
    [
        "0",
        "-1",
        "0.1",
        "-2.5",
        "1.0",
        "1e3",
        "1.5E-7",
        "9007199254740991",
        "-9007199254740991",
        "123456789.125",
    ];

    /// <summary>One of each kind, and so many at random.</summary>
    public static ImmutableArray<ContextSample> All(Draw draw, int random) =>
        [
            new("none", "a run without a context", null),
            new("flat", "a context of texts", token => Marked(token, """{"connectionId":"L0SM9cOFvHcCIhw="}""")),
            new("empty", "an empty context", _ => JsonObject.Empty),
            new("numbers", "a context of numbers", token => Marked(token, Object(Numbers.Select(JsonValue.Parse)))),
            new("texts", "a context of unusual texts", token => Marked(token, Object(Texts.Select(Text)))),
            new("names", "a context with unusual names", token => Marked(token, Named())),
            new("literals", "null, true, false and empty values in a context", token => Marked(token, Literals)),
            new("nested", "a context that is nested deep", token => Marked(token, Nested(depth: 8))),
            new("long", "a context with a text of 4,000 characters", token => Marked(token, Object([Long()]))),
            .. Enumerable
                .Range(1, random)
                .Select(n => new ContextSample(
                    string.Create(CultureInfo.InvariantCulture, $"random-{n}"),
                    "a context made at random",
                    token => Marked(token, RandomJson.Object(draw.For(n.ToString(CultureInfo.InvariantCulture))))
                )),
        ];

    private const string Literals =
        """{"nothing":null,"yes":true,"no":false,"object":{},"array":[],"text":"","list":[null,[],{},[null]]}""";

    private static JsonObject Marked(string token, string json) => Marked(token, JsonValue.Parse(json));

    private static JsonObject Marked(string token, JsonValue context) =>
        new JsonObject([.. Callbacks.Mark(token).Properties, .. ((JsonObject)context).Properties]);

    private static JsonValue Text(string text) => new JsonText(text);

    private static JsonText Long() => new JsonText(string.Concat(Enumerable.Repeat("0123456789", 400)));

    /// <summary>The values as members a, b, c, …, and once more as an array, whose order counts.</summary>
    private static JsonObject Object(IEnumerable<JsonValue> values)
    {
        ImmutableArray<JsonValue> all = [.. values];
        var members = all.Select((value, n) => new JsonProperty(((char)('a' + n)).ToString(), value));
        return new JsonObject([.. members, new JsonProperty("all", new JsonArray(all))]);
    }

    private static JsonObject Named() =>
        new([.. Texts.Where(t => t.Length > 0).Append("$ref").Append("a.b").Append("__proto__").Select(Member)]);

    private static JsonProperty Member(string name) => new(name, new JsonText(name));

    private static JsonObject Nested(int depth) =>
        depth == 0
            ? new JsonObject([new JsonProperty("end", JsonValue.Parse("[1,[2,[3]]]"))])
            : new JsonObject([new JsonProperty("in", new JsonArray([Nested(depth - 1), JsonValue.Null]))]);
}
