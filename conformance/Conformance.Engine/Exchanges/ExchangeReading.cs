using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Http;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Reports.Text;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>What an exchange shows, in words and as data.</summary>
internal static class ExchangeReading
{
    private const int MostExcerptCharacters = 160;

    // Every server takes bodies of this size.
    private const int UsualBodyBytes = 4096;

    // Beyond this size a server may hang up on a body that it has not read (RFC 9110, 15.5.14).
    private const int LargeBodyBytes = 64 * 1024;

    // RFC 9110, 4.1 recommends that URIs of this length are taken; the scheme and the host count as well.
    private const int UsualUrlCharacters = 8_000;

    /// <summary>Whether the target accepted the request: a success, and no error in its stream of events either.</summary>
    public static bool IsAccepted(this Exchange exchange) =>
        exchange is { Response.Status: >= 200 and < 300, StreamedError: null };

    /// <summary>
    /// The status of the response; where an error ended its stream, the status of that error over HTTP, or null where none is
    /// documented. Null also where no response came.
    /// </summary>
    public static int? EffectiveStatus(this Exchange exchange) =>
        exchange.StreamedError is { } error ? error.Status : exchange.Response?.Status;

    /// <summary>Whether the response says nothing about the request: no response, or one about the target's own limits.</summary>
    public static bool SaysNothing(this Exchange exchange) => exchange.Response is null || exchange.Limit() is not null;

    /// <summary>
    /// Whether the response may be about an earlier attempt, which was carried out while its response was lost (RFC 9110, 9.2.2):
    /// a conflict with itself.
    /// </summary>
    public static bool MayConflictWithItself(this Exchange exchange) =>
        exchange.MayHaveBeenCarriedOut() && exchange.EffectiveStatus() == 409;

    /// <summary>Whether an earlier attempt may have been carried out although its response did not say so.</summary>
    public static bool MayHaveBeenCarriedOut(this Exchange exchange) =>
        exchange.WasLost || exchange.PassingFault is not null;

    /// <summary>Whether there was no connection to send it on, so that the target knows nothing of it.</summary>
    public static bool NeverArrived(this Exchange exchange) =>
        exchange.Failure?.Kind is TransportFailureKind.Unreachable or TransportFailureKind.Tls;

    /// <summary>Whether no complete response came in the time allowed.</summary>
    public static bool RanOutOfTime(this Exchange exchange) =>
        (exchange.Failure ?? exchange.Response?.BrokenOff)?.Kind == TransportFailureKind.Timeout;

    /// <summary>Whether the response itself is a rare server error, which is nobody's fault but could not be sent again.</summary>
    public static bool IsPassingFault(this Exchange exchange) =>
        exchange.PassingFault is not null && ReferenceEquals(exchange.PassingFault, exchange.Response);

    /// <summary>The same in words, with what to do.</summary>
    public static string ConflictWithItself(this Exchange exchange) =>
        exchange.PassingFault is { Status: var status }
            ? $"the target responded with {status}, and the request sent again got {exchange.InWords()}; "
                + "see why it carries out what it fails, or test again"
            : $"a connection was closed without a response, and the request sent again got {exchange.InWords()}; "
                + "see why the target closes connections, or test again";

    /// <summary>
    /// Whether the target may have rejected a large body or a long URI for its size alone: by a status that says so, or by
    /// hanging up before all of it was read (RFC 9110, 15.5.14 and 15.5.15; RFC 6585, 5). A server error is no rejection.
    /// </summary>
    public static bool IsTooLarge(this Exchange exchange) => exchange.HasTooLargeABody() || exchange.HasTooLongAUrl();

    /// <summary>Whether the request is so large that a web server in front of the API may reject it.</summary>
    public static bool MayBeTooLargeForAServer(this Exchange exchange) =>
        exchange.Request.Body is { Length: > LargeBodyBytes } || exchange.Request.Url.Length > UsualUrlCharacters;

    private static bool HasTooLargeABody(this Exchange exchange) =>
        exchange is { Response.Status: 413, Request.Body.Length: > UsualBodyBytes }
        || (exchange.Request.Body is { Length: > LargeBodyBytes } && exchange.WasHungUp());

    private static bool HasTooLongAUrl(this Exchange exchange) =>
        exchange.Request.Url.Length > UsualUrlCharacters
        && (exchange.Response is { Status: 400 or 404 or 405 or 413 or 414 or 431 } || exchange.WasHungUp());

    private static bool WasHungUp(this Exchange exchange) =>
        exchange.Failure?.Kind == TransportFailureKind.Disconnected;

    /// <summary>
    /// The limit of its own that kept the target from looking at the request, and what to do; null where none did. A
    /// quota that is used up is a response to a request with nothing wrong.
    /// </summary>
    public static string? Limit(this Exchange exchange)
    {
        if (exchange.Response is not { } response)
            return null;
        if (exchange.EffectiveStatus() == 429 || RetryAfter.IsAskedFor(response))
            return "the target throttled the request until the kit gave up; lower the rate";
        return exchange.IsOverQuota
            ? $"a quota of the target is used up: {exchange.InWords()}; raise it, delete what is there, or select less"
            : null;
    }

    /// <summary>The target's response in a few words: <c>201 {"status":"ACTIVE"}</c>.</summary>
    public static string InWords(this Exchange exchange)
    {
        if (exchange.Failure is { } failure)
            return failure.Kind switch
            {
                TransportFailureKind.Timeout => $"no complete response in {Seconds(exchange)} s",
                TransportFailureKind.Disconnected => $"a closed connection ({failure.Detail})",
                TransportFailureKind.Malformed => $"bytes that are not HTTP ({failure.Detail})",
                TransportFailureKind.Tls => $"a failed TLS handshake ({failure.Detail})",
                _ => $"no connection ({failure.Detail})",
            };
        var response = exchange.Response!;
        var excerpt = Excerpt(response.Body.Span);
        var status = response.Status.ToString(CultureInfo.InvariantCulture);
        if (exchange.StreamedError is { } streamed)
            return $"{status} with {Shortened.OnALine(streamed.Name)} in the stream";
        if (response.Arrivals is not null)
            return $"{status} with a stream of {StreamWords.Of(StreamDecoder.Decode(response))}";
        return excerpt.Length == 0 ? $"{status} with an empty body" : $"{status} {excerpt}";
    }

    /// <summary>
    /// The response's body, or the error in its stream, as JSON; null where it is none (of repeated members the last counts),
    /// or more than the kit reads.
    /// </summary>
    public static JsonElement? Json(this Exchange exchange) => Read(exchange).Value;

    /// <summary>
    /// The limit of the kit that keeps it from reading the body as JSON, in words that follow "a response"; null where none
    /// does. What such a response holds is not known, which is not the target's fault.
    /// </summary>
    public static string? Unread(this Exchange exchange) => Read(exchange).Unread;

    private static JsonReading Read(Exchange exchange) =>
        exchange switch
        {
            { StreamedError: { } streamed } => PayloadJson.Read(
                Encoding.UTF8.GetBytes(streamed.Payload),
                new JsonBudget()
            ),
            { Response: { } response } => WholeJson.Of(response),
            _ => JsonReading.Nothing,
        };

    /// <summary>The text of a member at the top of the response's body, or null.</summary>
    public static string? Text(this Exchange exchange, string member) =>
        exchange.Json() is { ValueKind: JsonValueKind.Object } body
        && Member(body, member) is { } value
        && value.ValueKind == JsonValueKind.String
        && ReceivedJson.TryText(value, out var text)
            ? text
            : null;

    /// <summary>An identifier at the top of the response's body, as it stands in a URL: a text or a number; null for none.</summary>
    public static string? Identifier(this Exchange exchange, Member identifier) =>
        exchange.Text(identifier.WireName)
        ?? (
            // Where the schema says text, a number is no identifier, however it looks.
            identifier.Kind
                is JsonKind.Integer
                    or JsonKind.Number
            && exchange.Json() is { ValueKind: JsonValueKind.Object } body
            && Member(body, identifier.WireName) is { ValueKind: JsonValueKind.Number } number
                ? number.Written()
                : null
        );

    /// <summary>The member of an object, or null; names whose escapes make no Unicode text are passed over.</summary>
    public static JsonElement? Member(JsonElement container, string name)
    {
        JsonElement? last = null;
        foreach (var property in container.EnumerateObject())
            if (IsNamed(property, name))
                last = property.Value;
        return last;
    }

    private static bool IsNamed(System.Text.Json.JsonProperty property, string name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Seconds(Exchange exchange) =>
        (exchange.Milliseconds / 1000).ToString("0.#", CultureInfo.InvariantCulture);

    private static int WholeCharacters(string text) =>
        char.IsHighSurrogate(text[MostExcerptCharacters - 1]) ? MostExcerptCharacters - 1 : MostExcerptCharacters;

    private static string Excerpt(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MostExcerptCharacters * 4)]);
        return text.Length <= MostExcerptCharacters ? text : text[..WholeCharacters(text)] + "…";
    }
}
