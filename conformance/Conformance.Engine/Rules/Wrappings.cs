using System.Globalization;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>
/// A legal value in another kind of JSON, so that nothing else is wrong with it: what readers take for the right kind that
/// unwrap, split, parse or convert before they look.
/// </summary>
internal static class Wrappings
{
    private sealed record Form(string Label, string Says, Func<JsonValue, JsonValue?> Of);

    private static readonly ImmutableArray<Form> OfArrays =
    [
        new("item-alone", "its only item, in no array", Only),
        new("items-joined", "its items as one text with commas", Joined),
        new("items-by-number", "an object with its items by their number", v => v is JsonArray a ? ByNumber(a) : null),
        new("array-as-text", "the JSON of the array as a text", v => v is JsonArray ? AsText(v) : null),
    ];

    private static readonly ImmutableArray<Form> OfObjects =
    [
        new("object-in-array", "the object in an array", v => v is JsonObject ? new JsonArray([v]) : null),
        new("object-as-text", "the JSON of the object as a text", v => v is JsonObject ? AsText(v) : null),
        new("only-value", "the value of its only member, in no object", OnlyValue),
        new("values-in-array", "an array of its values", v => v is JsonObject o ? Values(o) : null),
    ];

    private static readonly ImmutableArray<Form> OfLeaves =
    [
        new("text-in-array", "the text in an array", v => v is JsonText ? new JsonArray([v]) : null),
        new("text-in-object", "the text in an object", v => v is JsonText ? new JsonObject([new("value", v)]) : null),
        new("number-as-text", "the number as a text", v => v is JsonRaw { IsNumber: true } n ? AsText(n) : null),
        new("and-a-half", "the number and a half", v => v is JsonRaw { IsNumber: true } n ? AndAHalf(n) : null),
    ];

    private static readonly ImmutableArray<Form> All = [.. OfArrays, .. OfObjects, .. OfLeaves];

    /// <summary>The forms that the request's value of this member has; some may be legal all the same.</summary>
    public static IEnumerable<Case> Of(RequestDraft valid, Member member) =>
        valid.At(member) is not { } value
            ? []
            : All.Where(form => form.Of(value) is not null)
                .Select(form => new Case(
                    form.Label,
                    $"{member.Path}: {form.Says}",
                    request =>
                        request.At(member) is { } own && form.Of(own) is { } wrapped
                            ? request.With(member, wrapped)
                            : request
                ));

    private static JsonValue? Only(JsonValue value) =>
        value is JsonArray { Items: [var item] } && item is not JsonArray ? item : null;

    /// <summary>One item comes twice: split at the comma, the text gives legal items.</summary>
    private static JsonText? Joined(JsonValue value)
    {
        if (value is not JsonArray { Items: { Length: > 0 } items } || !items.All(item => item is JsonText))
            return null;
        var texts = items.Select(item => ((JsonText)item).Value).ToList();
        return new JsonText(string.Join(',', texts.Count == 1 ? [texts[0], texts[0]] : texts));
    }

    private static JsonObject ByNumber(JsonArray array) =>
        new([.. array.Items.Select((item, i) => new JsonProperty(i.ToString(CultureInfo.InvariantCulture), item))]);

    private static JsonValue? OnlyValue(JsonValue value) =>
        value is JsonObject { Properties: [{ Value: var only }] } && only is not JsonObject ? only : null;

    private static JsonArray Values(JsonObject value) => new([.. value.Properties.Select(p => p.Value)]);

    private static JsonText AsText(JsonValue value) => new(value.ToJson());

    private static JsonRaw? AndAHalf(JsonRaw number) =>
        number.Text.All(c => char.IsAsciiDigit(c) || c == '-') ? new JsonRaw(number.Text + ".5") : null;
}
