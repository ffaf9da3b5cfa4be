using System.Globalization;
using Conformance.Reports;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>Reads a response's body as one JSON value.</summary>
internal static class WholeJson
{
    /// <summary>The value; a body that went on past what the kit keeps is unread, unless it is no JSON as far as it came.</summary>
    internal static JsonReading Of(ReceivedResponse response) => response is ReadOnce once ? once.Json : Read(response);

    /// <summary>The same, read anew.</summary>
    internal static JsonReading Read(ReceivedResponse response) =>
        !response.IsTruncated ? PayloadJson.Read(response.Body.Span, new JsonBudget())
        : PayloadJson.MayGoOn(response.Body.Span, isOneValue: true)
            ? JsonReading.Nothing with
            {
                Unread = TooLarge(response),
            }
        : JsonReading.Nothing with { Problem = "JSON, got other bytes" };

    /// <summary>Why a body that was cut is not read, in words that follow "a response".</summary>
    internal static string TooLarge(ReceivedResponse response) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"larger than the {response.Body.Length:#,0} bytes that the kit reads"
        );
}
