using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;

namespace Conformance.Reference.Http;

/// <summary>What reading a body gave: the JSON object in it, or the reason why there is none.</summary>
/// <param name="Object">The object; only meaningful when <paramref name="Rejection"/> is null.</param>
/// <param name="Rejection">Why the body is rejected, or null.</param>
public readonly record struct JsonBody(JsonElement Object, Rejection? Rejection)
{
    private const int UsualDepth = 64;
    private static readonly byte[] NoMembers = "{}"u8.ToArray();

    /// <summary>
    /// Reads a body that must be one JSON object in UTF-8, sent as <c>application/json</c>. No body at all stands for
    /// an object without members. Rejected as <c>SerializationException</c> 400: what is not JSON, more than one value,
    /// a byte order mark (RFC 8259 §8.1 forbids to send it), octets that are not UTF-8, escapes of lone surrogates
    /// (interpretation R19), nesting deeper than 64. Rejected with 415: another or no content type (interpretation R11). Of repeated
    /// members the last one wins (interpretation R13).
    /// </summary>
    public static JsonBody Read(Incoming request) => Read(request, UsualDepth);

    /// <summary>The same, but with nesting up to this depth, for bodies in which any JSON may stand.</summary>
    public static JsonBody Read(Incoming request, int deepest)
    {
        if (request.BodyRejection is { } rejection)
            return new JsonBody(default, rejection);
        if (request.Body.IsEmpty)
            return Parse(NoMembers, deepest);
        return IsJson(request.Headers.ContentType.ToString())
            ? Parse(request.Body.Span, deepest)
            : Reject(
                415,
                "UnsupportedMediaTypeException",
                $"expected the content type application/json, got '{request.Headers.ContentType}'"
            );
    }

    private static JsonBody Parse(ReadOnlySpan<byte> bytes, int deepest)
    {
        if (!Utf8.IsValid(bytes))
            return NotJson("expected a body in UTF-8, got octets that are not");
        try
        {
            var value = JsonElement.Parse(bytes, new JsonDocumentOptions { MaxDepth = deepest });
            if (value.ValueKind != JsonValueKind.Object)
                return NotJson($"expected a JSON object as body, got {JsonKinds.Name(value)}");
            if (bytes.IndexOf("\\u"u8) >= 0)
                RequireWholeCharacters(bytes, deepest);
            return new JsonBody(value, null);
        }
        catch (JsonException e)
        {
            return NotJson(
                $"expected JSON, got text that breaks off at line {e.LineNumber}, byte {e.BytePositionInLine}"
            );
        }
        catch (InvalidOperationException)
        {
            return NotJson("expected Unicode text, got an escape of half a surrogate pair");
        }
    }

    /// <summary>Reads every escaped text once: the reader throws InvalidOperationException at a lone surrogate.</summary>
    private static void RequireWholeCharacters(ReadOnlySpan<byte> bytes, int deepest)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = deepest });
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && reader.ValueIsEscaped)
                reader.GetString();
    }

    private static bool IsJson(string contentType) =>
        contentType == "application/json"
        || (
            MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (
                !type.Charset.HasValue
                || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            )
        );

    private static JsonBody NotJson(string message) => Reject(400, "SerializationException", message);

    private static JsonBody Reject(int status, string error, string message) =>
        new(default, new Rejection(status, error, message));
}
