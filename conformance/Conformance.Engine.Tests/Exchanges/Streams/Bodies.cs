using System.Text;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Exchanges.Streams;

/// <summary>Responses with events in them.</summary>
internal static class Bodies
{
    public const string Framed = "application/vnd.amazon.eventstream";

    public static ReceivedResponse Of(string? contentType, byte[] body) =>
        new(200, contentType is null ? [] : [new("Content-Type", contentType)], body, IsTruncated: false);

    public static FlowStream Read(string json, string contentType = "application/json") =>
        StreamDecoder.Decode(Of(contentType, Encoding.UTF8.GetBytes(json)));

    public static FlowStream Read(params byte[][] frames) =>
        StreamDecoder.Decode(Of(Framed, [.. frames.SelectMany(f => f)]));

    public static IEnumerable<string> Names(this FlowStream stream) => stream.Events.Select(e => e.Name);
}
