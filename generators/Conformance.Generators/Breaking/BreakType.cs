using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Breaking;

/// <summary>Values of every kind but the declared one.</summary>
internal static class BreakType
{
    public static IEnumerable<Sample> Of(TextDomain shape, JsonKind kind, Draw draw) =>
        shape.Member.Place != Place.Body ? Texts(kind)
        : kind == JsonKind.String ? Json(kind).Concat(LegalDigits(shape, draw))
        : Json(kind);

    /// <summary>A number that would be legal in quotes: who makes a text of it finds nothing else wrong.</summary>
    private static IEnumerable<Sample> LegalDigits(TextDomain shape, Draw draw)
    {
        var length = Math.Max(1, shape.Lengths[0]);
        var digits = string.Concat(Enumerable.Range(0, length).Select(i => 1 + draw.Among(i, 9)));
        if (shape.Language?.Contains(digits) is not false)
            yield return new Sample(new JsonRaw(digits), "legal-digits", $"the number {digits} in place of a string");
    }

    private static IEnumerable<Sample> Json(JsonKind kind)
    {
        var expected = $"in place of {Article(kind)}";
        return new[]
        {
            new Sample(new JsonRaw("7"), "number", $"the number 7 {expected}"),
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
        }.Where(sample => !IsOf(kind, sample.Value));
    }

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
