using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Breaking;

/// <summary>Values of every kind but the declared one.</summary>
internal static class BreakType
{
    private const int MostDigits = 40;

    public static IEnumerable<Sample> Of(TextDomain shape, JsonKind kind, Draw draw)
    {
        if (shape.Member.Place != Place.Body)
            return Texts(kind);
        var others = kind == JsonKind.String ? Json(kind).Concat(LegalDigits(shape, draw)) : Json(kind);
        // Of a member null is that it is absent; among the items of an array nothing is.
        return shape.Member.IsItem && kind != JsonKind.Any
            ? others.Prepend(new Sample(JsonValue.Null, "null", $"null in place of {Article(kind)}"))
            : others;
    }

    /// <summary>
    /// A number that would be legal in quotes, as short as can be and of an ordinary length: who makes a text of it finds
    /// nothing else wrong.
    /// </summary>
    private static IEnumerable<Sample> LegalDigits(TextDomain shape, Draw draw) =>
        from wanted in new[] { ("legal-digits", 1), ("more-legal-digits", 7) }
        let digits = Digits(shape, wanted.Item2, draw)
        where digits is not null
        select new Sample(new JsonRaw(digits), wanted.Item1, $"the number {digits} in place of a string");

    /// <summary>Digits of the first legal length from this one; null where the pattern admits none.</summary>
    private static string? Digits(TextDomain shape, int shortest, Draw draw) =>
        shape
            .Lengths.Where(length => length >= shortest)
            .TakeWhile(length => length <= MostDigits)
            .Select(length => string.Concat(Enumerable.Range(0, length).Select(i => 1 + draw.Among(i, 9))))
            .FirstOrDefault(digits => shape.Language?.Contains(digits) is not false);

    private static IEnumerable<Sample> Json(JsonKind kind)
    {
        var expected = $"in place of {Article(kind)}";
        ImmutableArray<Sample> all =
        [
            new Sample(new JsonRaw("7"), "number", $"the number 7 {expected}"),
            .. Switches(kind, expected),
            new Sample(new JsonRaw("1.5"), "fraction", $"the number 1.5 {expected}"),
            new Sample(new JsonText("text"), "string", $"a string {expected}"),
            new Sample(new JsonText("1"), "numeric-string", $"the string \"1\" {expected}"),
            new Sample(new JsonText("NaN"), "not-a-number-string", $"the string \"NaN\" {expected}"),
            new Sample(new JsonText("true"), "boolean-string", $"the string \"true\" {expected}"),
            new Sample(new JsonText(""), "empty-string", $"the empty string {expected}"),
            new Sample(new JsonRaw("true"), "boolean", $"true {expected}"),
            new Sample(new JsonRaw("false"), "false", $"false {expected}"),
            new Sample(new JsonArray([]), "empty-array", $"an empty array {expected}"),
            new Sample(new JsonArray([Inner(kind)]), "array", $"an array around a value {expected}"),
            new Sample(JsonObject.Empty, "object", $"an object {expected}"),
            new Sample(
                new JsonObject([new JsonProperty("value", Inner(kind))]),
                "wrapped",
                $"an object around a value {expected}"
            ),
        ];
        return all.Where(sample => !IsOf(kind, sample.Value) && !SaysNoMore(kind, sample.Class));
    }

    /// <summary>Whether the kind has no use for it: who reads a text as a number wants one, and rules wrap legal texts and objects.</summary>
    private static bool SaysNoMore(JsonKind kind, string label) =>
        (kind, label) switch
        {
            (JsonKind.Array or JsonKind.Object, "fraction" or "numeric-string" or "not-a-number-string") => true,
            (JsonKind.String, "array" or "wrapped") or (JsonKind.Object, "array") => true,
            (JsonKind.Boolean, "fraction" or "not-a-number-string") => true,
            _ => false,
        };

    /// <summary>Numbers that stand for true and false in many languages.</summary>
    private static IEnumerable<Sample> Switches(JsonKind kind, string expected) =>
        kind == JsonKind.Boolean
            ? [new(new JsonRaw("0"), "zero", $"0 {expected}"), new(new JsonRaw("1"), "one", $"1 {expected}")]
            : [];

    private static bool IsOf(JsonKind kind, JsonValue value) =>
        (kind, value) switch
        {
            (JsonKind.Any, _) => true,
            (JsonKind.String, JsonText) or (JsonKind.Array, JsonArray) or (JsonKind.Object, JsonObject) => true,
            (JsonKind.Boolean, JsonRaw { IsNumber: false }) => true,
            (JsonKind.Number, JsonRaw { IsNumber: true }) => true,
            (JsonKind.Integer, JsonRaw { Text: "7" }) => true,
            _ => false,
        };

    private static IEnumerable<Sample> Texts(JsonKind kind) =>
        [
            new(new JsonText("text"), "string", $"a word in place of {Article(kind)}"),
            new(new JsonText("1.5"), "fraction", $"1.5 in place of {Article(kind)}"),
            new(new JsonText("0x10"), "hex", $"a hex number in place of {Article(kind)}"),
            new(new JsonText("true"), "boolean", $"true in place of {Article(kind)}"),
        ];

    private static JsonValue Inner(JsonKind kind) =>
        kind switch
        {
            JsonKind.Integer or JsonKind.Number => new JsonRaw("1"),
            JsonKind.Boolean => new JsonRaw("true"),
            JsonKind.Object => JsonObject.Empty,
            _ => new JsonText("text"),
        };

    private static string Article(JsonKind kind) =>
        kind switch
        {
            JsonKind.Integer => "an integer",
            JsonKind.Object => "an object",
            JsonKind.Array => "an array",
            _ => $"a {kind.ToString().ToLowerInvariant()}",
        };
}
