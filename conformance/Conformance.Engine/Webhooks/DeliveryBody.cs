using System.Text;
using Conformance.Generators;

namespace Conformance.Engine.Webhooks;

/// <summary>Reads the body of a delivery.</summary>
internal static class DeliveryBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The body as JSON; null where it is none, or can't be read. A byte order mark is passed over.</summary>
    public static JsonValue? Json(this Delivery delivery)
    {
        if (!delivery.IsLegible)
            return null;
        try
        {
            return JsonValue.Parse(StrictUtf8.GetString(delivery.Body.Span).TrimStart('\uFEFF'));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text at this path of the body, or null.</summary>
    public static string? Text(this Delivery delivery, string path) =>
        delivery.Json()?.At(path) is JsonText text ? text.Value : null;

    /// <summary>Whether two deliveries say the same: equal as JSON, or else byte for byte.</summary>
    public static bool SaysTheSameAs(this Delivery one, Delivery other) =>
        (one.Json(), other.Json()) switch
        {
            ({ } a, { } b) => !JsonDifference.Between(a, b).Any(),
            (null, null) => one.Body.Span.SequenceEqual(other.Body.Span),
            _ => false,
        };

    /// <summary>The delivery in a few words: <c>POST {"status":"SUCCEEDED"}</c>.</summary>
    public static string InWords(this Delivery delivery)
    {
        const int Most = 160;
        var body = Encoding.UTF8.GetString(delivery.Body.Span[..Math.Min(delivery.Body.Length, Most * 4)]);
        var excerpt = body.Length <= Most ? body : body[..Most] + "…";
        return $"{delivery.Method} {(excerpt.Length == 0 ? "with an empty body" : excerpt)}";
    }
}
