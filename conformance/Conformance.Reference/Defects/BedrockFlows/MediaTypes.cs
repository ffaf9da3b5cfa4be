using System.Collections.Immutable;
using System.Text;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Streams that are not what they say, or that say nothing that can be read.</summary>
internal static class MediaTypes
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new SaysJsonAndSendsFrames(),
        new SaysFramesAndSendsJson(),
        new SaysOctets(),
        new SaysNoTypeOfStream(),
        new SendsEventsAsText(),
        new SendsFramesInBase64(),
        new SendsJsonWithTrailingComma(),
        new LeavesJsonArrayOpen(),
        new WrapsEventsIntoOneMember(),
        new SendsEventsAsJsonTexts(),
        new SendsEventsWithTypeMember(),
    ];

    public const string FramesType = "application/vnd.amazon.eventstream";

    /// <summary>The parts of this encoding joined, and changed as text.</summary>
    public static EventEncoding Joined(EventEncoding encoding, string mediaType, Func<byte[], byte[]> change) =>
        new(mediaType, events => Changed(encoding.Write(events), change));

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Changed(
        IAsyncEnumerable<ReadOnlyMemory<byte>> parts,
        Func<byte[], byte[]> change
    )
    {
        var whole = new List<byte>();
        await foreach (var part in parts)
            whole.AddRange(part.Span);
        yield return change([.. whole]);
    }
}

/// <summary>Events are written in another way.</summary>
internal abstract class Encodes(string says, EventEncoding encoding, params ImmutableArray<string> breaks)
    : FlowDefect(says, breaks)
{
    protected sealed override BedrockFlowsBehaviour Twist() => FlowTwists.Correct with { Encoding = encoding };

    protected static EventEncoding Text(EventEncoding encoding, string mediaType, Func<string, string> change) =>
        MediaTypes.Joined(encoding, mediaType, bytes => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes))));
}

internal sealed class SaysJsonAndSendsFrames()
    : Encodes(
        "says JSON and sends an event stream",
        EventEncoding.Frames with
        {
            MediaType = "application/json",
        },
        "stream/content-type"
    );

internal sealed class SaysFramesAndSendsJson()
    : Encodes(
        "says event stream and sends JSON",
        EventEncoding.JsonArray with
        {
            MediaType = MediaTypes.FramesType,
        },
        "stream/content-type"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["stream/frames"];
}

internal sealed class SaysOctets()
    : Encodes(
        "says application/octet-stream",
        EventEncoding.Frames with
        {
            MediaType = "application/octet-stream",
        },
        "stream/content-type"
    );

internal sealed class SaysNoTypeOfStream() : FlowDefect("gives streams no content type", "stream/content-type")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Streams(answer => answer.WithoutHeader("Content-Type"));
}

internal sealed class SendsEventsAsText()
    : Encodes(
        "sends events as text/event-stream",
        Text(
            EventEncoding.JsonLines,
            "text/event-stream",
            lines => string.Concat(lines.TrimEnd().Split('\n').Select(line => $"data: {line}\n\n"))
        ),
        "stream/content-type"
    );

internal sealed class SendsFramesInBase64()
    : Encodes(
        "sends its messages in Base64",
        MediaTypes.Joined(
            EventEncoding.Frames,
            MediaTypes.FramesType,
            bytes => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes))
        ),
        "stream/frames"
    );

internal sealed class SendsJsonWithTrailingComma()
    : Encodes(
        "writes a comma behind the last event of an array",
        Text(EventEncoding.JsonArray, "application/json", array => array[..^1] + ",]"),
        "stream/content-type"
    );

internal sealed class LeavesJsonArrayOpen()
    : Encodes(
        "never closes its array of events",
        Text(EventEncoding.JsonArray, "application/json", array => array[..^1]),
        "stream/not-truncated"
    );

internal sealed class WrapsEventsIntoOneMember()
    : Encodes(
        "wraps its events into a member responseStream",
        Text(EventEncoding.JsonArray, "application/json", array => $$"""{"responseStream":{{array}}}"""),
        "stream/outputs",
        "stream/one-completion",
        "stream/failed-flow-ends-once",
        "failure/throttlingException"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["failure/*"];
}

internal sealed class SendsEventsAsJsonTexts()
    : Encodes(
        "writes each event as JSON within a JSON string",
        Text(
            EventEncoding.JsonLines,
            "application/json",
            lines =>
                string.Join('\n', lines.TrimEnd().Split('\n').Select(l => System.Text.Json.JsonSerializer.Serialize(l)))
        ),
        "stream/content-type"
    );

internal sealed class SendsEventsWithTypeMember()
    : Encodes(
        "writes the kind of event into a member type",
        Text(
            EventEncoding.JsonLines,
            "application/json",
            lines =>
                lines
                    .Replace(
                        "{\"flowOutputEvent\":{",
                        "{\"type\":\"flowOutputEvent\",\"value\":{",
                        StringComparison.Ordinal
                    )
                    .Replace(
                        "{\"flowCompletionEvent\":{",
                        "{\"type\":\"flowCompletionEvent\",\"value\":{",
                        StringComparison.Ordinal
                    )
        ),
        "stream/outputs",
        "stream/one-completion"
    );
