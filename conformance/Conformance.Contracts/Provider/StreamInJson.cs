using System.Text;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Contracts.Provider;

/// <summary>
/// Writes a stream of events the way the document prints it (D3:51), as one JSON object with each kind of event as a
/// member: Pact reads no event streams, and whatever encoding a target chooses, the events are the same.
/// </summary>
internal static class StreamInJson
{
    private const string ContentType = "Content-Type";
    private const string Json = "application/json";

    /// <summary>
    /// The response for Pact's eyes. An error in the stream is the error over HTTP. What can't be read to its
    /// end stays as it came, or as its beginning.
    /// </summary>
    public static ReceivedResponse Of(Exchange exchange)
    {
        var response = exchange.Response!;
        if (exchange.StreamedError is { Status: { } status } error)
            return Written(response, status, error.Payload.Length == 0 ? "{}" : error.Payload);
        var stream = StreamDecoder.Decode(response);
        if (IsReadable(stream))
            return Written(response, response.Status, InOneObject(stream));
        // What was cut may be JSON all the same, and is looked at as such.
        return response.IsTruncated ? response : response with { Body = NoJson.Beginning(response.Body) };
    }

    /// <summary>Whether all its events are there.</summary>
    public static bool IsReadable(FlowStream stream) =>
        stream is { Fault: null, BrokenOff: null, Unread: null }
        && stream.Events.All(e => e is { Problem: null, Unread: null });

    /// <summary>The first event of each kind: a JSON object holds one of a name.</summary>
    private static string InOneObject(FlowStream stream)
    {
        var members = stream
            .Events.DistinctBy(e => e.Name)
            .Select(e => $"{System.Text.Json.JsonSerializer.Serialize(e.Name)}:{e.Payload?.Written() ?? "null"}");
        return $"{{{string.Join(",", members)}}}";
    }

    private static ReceivedResponse Written(ReceivedResponse response, int status, string json) =>
        response with
        {
            Status = status,
            Headers =
            [
                .. response.Headers.Where(h => !h.Name.Equals(ContentType, StringComparison.OrdinalIgnoreCase)),
                new Header(ContentType, Json),
            ],
            Body = Encoding.UTF8.GetBytes(json),
        };
}
