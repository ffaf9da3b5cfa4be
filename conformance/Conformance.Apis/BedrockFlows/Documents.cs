using System.Globalization;
using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Documents that a flow is given, each a class of its own; the same on every machine.</summary>
internal static class Documents
{
    private const int Kibibyte = 1 << 10;

    /// <summary>
    /// Values of every kind but null. The numbers are those that every reader of JSON holds exactly, since RFC 8259, 6
    /// lets a reader round all others.
    /// </summary>
    public static ImmutableArray<Document> OfEveryKind { get; } =
    [
        new("a text", new JsonText("A text")),
        new("the empty text", new JsonText("")) { MayBeRejected = true },
        new("text that looks like JSON", new JsonText("""{"a":[1,null,"b"]}""")),
        new("true", new JsonRaw("true")),
        new("false", new JsonRaw("false")),
        new("one", new JsonRaw("1")),
        new("zero", new JsonRaw("0")),
        new("a negative number", new JsonRaw("-42")),
        new("a fraction", new JsonRaw("12.375")),
        new("a number with an exponent", new JsonRaw("1.5e3")),
        new("a number with a negative exponent", new JsonRaw("25E-2")),
        new("the largest integer that a double holds exactly", new JsonRaw("9007199254740991")),
        new("an array of mixed kinds", JsonValue.Parse("""["a",1,true,null,[],{}]""")),
        new("the empty array", JsonValue.Parse("[]")) { MayBeRejected = true },
        new("an array of 1000 items", Row(1000)),
        new("an array of texts that look like dates", Texts(DocumentTexts.Dates)),
        new("an array of texts that look like numbers and literals", Texts(DocumentTexts.Literals)),
        new("an object", JsonValue.Parse("""{"b":1,"a":{"c":[null,false,{"d":"e"}]}}""")),
        new("the empty object", JsonValue.Parse("{}")) { MayBeRejected = true },
        new("an object with null in it", JsonValue.Parse("""{"a":null,"b":{"c":null}}""")),
        new(
            "an object with odd names",
            JsonValue.Parse("""{"a b":1,"a.b":2,"ü":3,"a":4,"A":5,"__proto__":6,"constructor":7}""")
        ),
        new("nested 20 deep", Nested(20)),
    ];

    /// <summary>Values that count as nothing where a program asks whether there is any, beside every optional member.</summary>
    public static ImmutableArray<Document> OfNothing { get; } =
    [
        .. new[] { "\"\"", "false", "0", "[]", "{}" }.Select(json => new Document(
            $"{json} with every optional member",
            JsonValue.Parse(json)
        )
        {
            MayBeRejected = true,
            IsSentInFull = true,
            Class = "nothing-with-every-member",
        }),
    ];

    /// <summary>Numbers that a reader may round: what comes back is recorded.</summary>
    public static ImmutableArray<Document> Roundable { get; } =
    [
        new("an integer that a double does not hold", new JsonRaw("9007199254740993")),
        new("an integer beyond 64 bits", new JsonRaw("123456789012345678901234567890")),
        new("more digits than a double has", new JsonRaw("0.12345678901234567890123456789")),
        new("a number beyond the largest double", new JsonRaw("1e400")),
    ];

    /// <summary>Text of many scripts. NUL and lone surrogates may be rejected and are left out.</summary>
    public static ImmutableArray<Document> OfManyScripts { get; } =
    [
        new("letters of ASCII", new JsonText("plain")),
        new("letters beyond ASCII", new JsonText("Grüße, żółw, Ελλάδα, Русский, 世界")),
        new("letters written from right to left", new JsonText("שלום \u202bمرحبا\u202c")),
        new("characters beyond 16 bits", new JsonText("😀 👩‍🚀 𝐚 \U00020BB7")),
        new("one letter composed and decomposed", new JsonText("\u00e9 e\u0301 \u1e9b\u0323")),
        new("line and paragraph separators", new JsonText("a\u2028b\u2029c")),
        new("quotes, backslashes and markup", new JsonText("""she said "a\b/c" & <d> 'e' ${f} {{g}} %s""")),
        new("line breaks and tabs", new JsonText("a\r\nb\nc\td\re")),
        new("control characters", new JsonText("\u0001\u0008\u000c\u001b\u001f\u007f\u0085")),
        new("a byte order mark inside", new JsonText("a\ufeffb")),
        new("spaces around", new JsonText("  \u00a0a\u3000 ")),
    ];

    /// <summary>Documents of 64 KiB and 1 MiB.</summary>
    public static ImmutableArray<Document> Large { get; } =
    [
        new("a text of 64 KiB", Long(64 * Kibibyte)) { MayBeRejected = true },
        new("a text of 1 MiB", Long(1024 * Kibibyte)) { MayBeRejected = true },
    ];

    private static JsonArray Texts(ImmutableArray<string> texts) =>
        new([.. texts.Select(text => (JsonValue)new JsonText(text))]);

    private static JsonArray Row(int count) =>
        new([
            .. Enumerable.Range(0, count).Select(n => (JsonValue)new JsonRaw(n.ToString(CultureInfo.InvariantCulture))),
        ]);

    private static JsonValue Nested(int depth) =>
        Enumerable
            .Range(0, depth)
            .Aggregate(
                (JsonValue)new JsonText("innermost"),
                (inner, n) => n % 2 == 0 ? new JsonArray([inner]) : new JsonObject([new JsonProperty("a", inner)])
            );

    private static JsonText Long(int length) => new(DocumentTexts.Ascii.Long(length));
}
