using System.Text;
using Conformance.HostileTargets.Tests.Judging;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference;
using Conformance.Reference.BedrockFlows;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Messages of an event stream: their lengths, checksums and headers.</summary>
internal static class Frames
{
    private const string Any = "*";

    // Streams of many megabytes: these few requirements read each of them.
    private static readonly ImmutableArray<string> Few =
    [
        "*/request/required-only/accepted",
        "*/stream/documented-events",
        "*/stream/not-truncated",
    ];

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Row("SendsFramesOfLength0", "sends a frame of length 0", Accused(Any), Events.Before(new byte[12])),
        Row(
            "SendsFramesOfLength0Checked",
            "sends a frame of length 0 with the right checksum",
            Accused(Any),
            Events.Before(Events.Prelude(0, 0))
        ),
        Row(
            "SendsFramesOf4GB",
            "sends a frame of length FFFFFFFF",
            Accused(Any),
            Events.Before(Events.Prelude(uint.MaxValue, 0))
        ),
        Row(
            "SendsHeadersOf4GB",
            "sends a frame whose headers have length FFFFFFFF",
            Accused(Any),
            Events.Before(Events.Prelude(100, uint.MaxValue))
        ),
        Row(
            "PromisesFramesOf20MB",
            "begins a frame of 20 MB and ends there",
            Accused(Any),
            Events.Instead(Events.Prelude(20_000_000, 0))
        ),
        Row(
            "SendsFrameOf17MB",
            "sends an undocumented event of 17 MB before the others",
            NotAccused,
            Events.Before(Events.Unknown("large", Document(17_000_000)))
        ) with
        {
            Only = Few,
        },
        Row(
            "SendsFrameOf30MB",
            "sends an undocumented event of 30 MB, more than the encoding allows",
            AccusedOrInconclusive(Any),
            Events.Before(Events.Unknown("large", Document(30_000_000)))
        ) with
        {
            Only = Few,
        },
        Row(
            "BreaksChecksums",
            "sends frames with wrong checksums",
            Accused(Any),
            Events.Delivered(right => right.Select(Flipped))
        ),
        Row(
            "NamesUnknownHeaderTypes",
            "sends a frame with a header of type 200",
            Accused(Any),
            Events.Before(Events.Message([1, (byte)'x', 200, 0, 1, 0]))
        ),
        Row(
            "SendsHeadersOf60KB",
            "sends an undocumented event with a header of 60 KB",
            Conformant,
            Events.Before(WithHeaders([new("large", new string('x', 60_000))]))
        ),
        Row(
            "SendsHeadersOf200KB",
            "sends an event with 200 KB of headers, more than the encoding allows",
            Accused(Any),
            Events.Before(
                WithHeaders(Enumerable.Range(0, 4).Select(i => KeyValuePair.Create($"h{i}", new string('x', 50_000))))
            )
        ),
        Row(
            "Sends8000Headers",
            "sends an undocumented event with 8,000 headers",
            Conformant,
            Events.Before(WithHeaders(Enumerable.Range(0, 8000).Select(i => KeyValuePair.Create($"h{i}", "x"))))
        ),
        Row(
            "NamesMessagesHostile",
            "sends a message of a type that nobody knows, named so that it acts where it is shown",
            Accused(Any),
            Events.Before(
                Frame.Write(
                    [new(":message-type", Payloads.Script + "\u001b[2J\n::error::x"), new(":event-type", "x")],
                    "{}"u8
                )
            )
        ),
    ];

    private static HostileTarget Row(
        string name,
        string says,
        ExpectedVerdict expected,
        Func<ReferenceOptions, ReferenceOptions> change
    ) => new(name, "bedrock-flows", says, expected) { Change = change };

    private static byte[] Document(int length) => Encoding.ASCII.GetBytes($"{{\"x\":\"{new string('x', length)}\"}}");

    private static byte[] WithHeaders(IEnumerable<KeyValuePair<string, string>> more) =>
        Frame.Write([new(":event-type", "x"), new(":message-type", "event"), .. more], "{}"u8);

    private static ReadOnlyMemory<byte> Flipped(ReadOnlyMemory<byte> frame)
    {
        var bytes = frame.ToArray();
        bytes[^1] ^= 1;
        return bytes;
    }
}
