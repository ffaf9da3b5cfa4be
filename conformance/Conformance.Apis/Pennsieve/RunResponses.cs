using System.Text.Json;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>What a response about a run says. No document shows the responses: the conventions name their members.</summary>
internal static class RunResponses
{
    /// <summary>The value of the member that this convention names, or null; a null there counts as absent.</summary>
    public static JsonValue? Value(TestSession test, Exchange exchange, string convention) =>
        Body(exchange)?.At(test.Session.Api.ValueOf(convention)) is { } value and not JsonRaw { IsNull: true }
            ? value
            : null;

    /// <summary>The same as text: a number as it is written; null for everything that is neither.</summary>
    public static string? Text(TestSession test, Exchange exchange, string convention) =>
        Value(test, exchange, convention) switch
        {
            JsonText text => text.Value,
            JsonRaw { IsNumber: true } number => number.Text,
            _ => null,
        };

    /// <summary>The whole body of an accepted exchange; null where it is no JSON.</summary>
    /// <exception cref="UnreadResponseException">It is more than the kit reads.</exception>
    public static JsonValue? Body(Exchange exchange)
    {
        if (!exchange.IsAccepted())
            return null;
        UnreadResponseException.ThrowIfUnread(exchange);
        return exchange.Json() is { ValueKind: not JsonValueKind.Undefined } body
            ? JsonValue.Parse(body.Written())
            : null;
    }
}
