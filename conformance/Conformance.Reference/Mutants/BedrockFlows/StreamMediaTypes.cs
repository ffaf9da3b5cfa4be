using System.Text;
using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Streams that are not what they say, or that say nothing that can be read.</summary>
internal static class StreamMediaTypes
{
    private const string Json = "application/json";

    private const string FramesType = "application/vnd.amazon.eventstream";

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Encodes(
            "SaysJsonAndSendsFrames",
            "says JSON and sends an event stream",
            ["stream/content-type"],
            EventEncoding.Frames with
            {
                MediaType = Json,
            }
        ),
        Encodes(
                "SaysFramesAndSendsJson",
                "says event stream and sends JSON",
                ["stream/content-type"],
                EventEncoding.JsonArray with
                {
                    MediaType = FramesType,
                }
            )
            .AlsoBreaking("stream/frames"),
        Encodes(
            "SaysOctets",
            "says application/octet-stream",
            ["stream/content-type"],
            EventEncoding.Frames with
            {
                MediaType = "application/octet-stream",
            }
        ),
        Row(
            "SaysNoTypeOfStream",
            "gives streams no content type",
            ["stream/content-type"],
            () => Streams(response => response.WithoutHeader("Content-Type"))
        ),
        Encodes(
            "SaysTextAndSendsJson",
            "says text/plain and sends lines of JSON",
            ["stream/content-type"],
            EventEncoding.JsonLines with
            {
                MediaType = "text/plain",
            }
        ),
        Encodes(
            "SendsEventsAsText",
            "sends events as text/event-stream",
            ["stream/content-type"],
            Edited(EventEncoding.JsonLines, "text/event-stream", AsServerSentEvents)
        ),
        Encodes(
            "SendsFramesInBase64",
            "sends its messages in Base64",
            ["stream/frames"],
            EditedBytes(EventEncoding.Frames, FramesType, b => Encoding.ASCII.GetBytes(Convert.ToBase64String(b)))
        ),
        Encodes(
            "SendsJsonWithTrailingComma",
            "writes a comma behind the last event of an array",
            ["stream/content-type"],
            Edited(EventEncoding.JsonArray, Json, array => array[..^1] + ",]")
        ),
        Encodes(
            "LeavesJsonArrayOpen",
            "never closes its array of events",
            ["stream/not-truncated"],
            Edited(EventEncoding.JsonArray, Json, array => array[..^1])
        ),
        Encodes(
                "WrapsEventsIntoOneMember",
                "wraps its events into a member responseStream",
                [
                    "stream/outputs",
                    "stream/one-completion",
                    "stream/failed-flow-ends-once",
                    "failure/throttlingException",
                ],
                Edited(EventEncoding.JsonArray, Json, array => $$"""{"responseStream":{{array}}}""")
            )
            .AlsoBreaking("failure/*"),
        Encodes(
            "SendsEventsAsJsonTexts",
            "writes each event as JSON within a JSON string",
            ["stream/content-type"],
            Edited(EventEncoding.JsonLines, Json, lines => string.Join('\n', LinesOf(lines).Select(Quoted)))
        ),
        Encodes(
            "SendsEventsWithTypeMember",
            "writes the kind of event into a member type",
            ["stream/outputs", "stream/one-completion"],
            Edited(EventEncoding.JsonLines, Json, lines => Typed(Typed(lines, Output), Completion))
        ),
    ];

    /// <summary>Events are written in another way.</summary>
    private static Mutant Encodes(string name, string says, ImmutableArray<string> breaks, EventEncoding encoding) =>
        Row(name, says, breaks, () => Correct with { Encoding = encoding });

    /// <summary>The parts of this encoding joined, and changed as text.</summary>
    private static EventEncoding Edited(EventEncoding encoding, string mediaType, Func<string, string> edit) =>
        EditedBytes(encoding, mediaType, bytes => Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(bytes))));

    private static EventEncoding EditedBytes(EventEncoding encoding, string mediaType, Func<byte[], byte[]> edit) =>
        new(
            mediaType,
            events => Joined(encoding.Write(events)).Select(all => (ReadOnlyMemory<byte>)edit(all.ToArray()))
        );

    private static string AsServerSentEvents(string lines) =>
        string.Concat(LinesOf(lines).Select(line => $"data: {line}\n\n"));

    private static string[] LinesOf(string lines) => lines.TrimEnd().Split('\n');

    private static string Quoted(string line) => JsonSerializer.Serialize(line);

    private static string Typed(string lines, string kind) =>
        lines.Replace($"{{\"{kind}\":{{", $"{{\"type\":\"{kind}\",\"value\":{{", StringComparison.Ordinal);
}
