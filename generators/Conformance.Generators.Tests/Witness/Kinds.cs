using System.Text;
using Conformance.Schemas;

namespace Conformance.Generators.Tests.Witness;

/// <summary>Readers of kinds of JSON: by System.Text.Json, by a reader of doubles, by one of large integers, strict ones and lenient ones.</summary>
internal static class Kinds
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static Func<JsonValue, bool>[] Readers(Member member, TypeIs type)
    {
        var isInBody = member.Place == Place.Body;
        return
        [
            .. ReadersOf(member, type, isInBody)
                // A value that is null is missing, or wrong: that is not for its kind to say, but among items nothing is missing.
                .Select(accepts => new Func<JsonValue, bool>(v =>
                    (isInBody && !member.Path.EndsWith("[]", StringComparison.Ordinal) && v.ToJson() == "null")
                    || accepts(v)
                )),
        ];
    }

    private static Func<JsonValue, bool>[] ReadersOf(Member member, TypeIs type, bool isInBody) =>
        type.Kind switch
        {
            JsonKind.Any => [_ => true],
            JsonKind.Integer => Numbers.Integers(isInBody),
            JsonKind.Number => Numbers.Doubles(isInBody, member.Find<Minimum>() is null),
            JsonKind.String when isInBody && member.Find<Pattern>() is null && member.Find<OneOf>() is null => Free(
                type
            ),
            JsonKind.String => [value => Starts(value, '"')],
            JsonKind.Array => [value => Starts(value, '[')],
            JsonKind.Boolean =>
            [
                value => value.ToJson().Trim('"') is "true" or "false" && Starts(value, '"') != isInBody,
            ],
            JsonKind.Object when type.Touches(InterpretationTopic.AnyJson) => [_ => true, value => Starts(value, '{')],
            _ => [value => Starts(value, '{')],
        };

    private static Func<JsonValue, bool>[] Free(TypeIs type) =>
        [
            value => Starts(value, '"'),
            value => value is JsonText { Value: var text } && !text.Contains('\0') && IsEncodable(text),
            .. type.Touches(InterpretationTopic.CallbackUrl)
                ?
                [
                    value =>
                        value is JsonText { Value: var url } && url.Contains(".lambda-url.", StringComparison.Ordinal),
                ]
                : Array.Empty<Func<JsonValue, bool>>(),
        ];

    private static bool Starts(JsonValue value, char c) => value.ToJson()[0] == c;

    private static bool IsEncodable(string text)
    {
        try
        {
            return Strict.GetByteCount(text) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
