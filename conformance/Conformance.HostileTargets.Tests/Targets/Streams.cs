using System.Text;
using Conformance.HostileTargets.Tests.Judging;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference;
using Conformance.Reference.BedrockFlows;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Streams of InvokeFlow.</summary>
internal static class Streams
{
    private const string Any = "*";

    // Streams of many megabytes: these few requirements read each of them.
    private static readonly ImmutableArray<string> Few =
    [
        "*/request/required-only/accepted",
        "*/stream/documented-events",
        "*/stream/not-truncated",
    ];

    private static readonly byte[] Small = Events.Unknown("x", "{}"u8);

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
            "SendsFramesOfLength15",
            "sends a frame that is shorter than a frame can be",
            Accused(Any),
            Events.Before(Events.Prelude(15, 0))
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
            Conformant,
            Events.Before(Events.Unknown("large", Document(17_000_000)))
        ) with
        {
            Only = Few,
        },
        Row(
            "SendsFrameOf30MB",
            "sends an undocumented event of 30 MB, more than the encoding allows",
            AccusedOrUndecided(Any),
            Events.Before(Events.Unknown("large", Document(30_000_000)))
        ) with
        {
            Only = Few,
        },
        Row(
            "Sends40MBOfEvents",
            "sends 40 MB of undocumented events before the others",
            NotAccused,
            Events.Before([.. Enumerable.Repeat(Events.Unknown("large", Document(100_000)), 400)])
        ) with
        {
            Only = Few,
        },
        Row(
            "Sends200000Events",
            "sends 200,000 undocumented events before the others",
            Conformant,
            Events.Delivered(right => Events.Parts(Enumerable.Repeat(Repeated(Small, 1000), 200)).Concat(right))
        ) with
        {
            Only = Few,
        },
        Row(
            "SendsAMillionEvents",
            "sends a million undocumented events before the others",
            NotAccused,
            Events.Delivered(right => Events.Parts(Enumerable.Repeat(Repeated(Small, 1000), 1000)).Concat(right))
        ) with
        {
            Only = Few,
        },
        Row(
            "SendsEndlessEvents",
            "sends undocumented events without end",
            AccusedOrUndecided(Any),
            Events.Endless(Repeated(Small, 1000))
        ) with
        {
            Only = Few,
        },
        Row(
            "SendsEndlessOutputs",
            "sends outputs without end",
            AccusedOrUndecided(Any),
            Events.Endless(Repeated(Events.Output("\"a document that comes back\""), 1000))
        ) with
        {
            Only = Few,
        },
        Row(
            "Sends50000Outputs",
            "sends 50,000 outputs, one of which is right",
            Conformant,
            Events.Delivered(right =>
                Events.Parts(Enumerable.Repeat(Repeated(Events.Output("1"), 1000), 50)).Concat(right)
            )
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
            "CutsHeaders",
            "sends a frame whose header is longer than the headers",
            Accused(Any),
            Events.Before(Events.Message([1, (byte)'x', 7, 0xff, 0xff]))
        ),
        Row(
            "SendsHeadersWithoutNames",
            "sends a frame with a header that has no name",
            Accused(Any),
            Events.Before(Events.Message([0, 7, 0, 0]))
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
            "NamesEventsHostile",
            "names undocumented events so that they act where they are shown",
            Conformant,
            Events.Before([
                .. Payloads
                    .All.Where(p => Encoding.UTF8.GetByteCount(p) < 60_000)
                    .Select(p => Events.Unknown(p, "{}"u8)),
            ])
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
        Row(
            "SendsEventsOfGarbage",
            "sends events whose payload is no JSON",
            Accused(Any),
            Events.Holding(_ => "\u0000\u0001garbage"u8.ToArray())
        ),
        Row(
            "SendsEventsNested100000Deep",
            "sends an undocumented event that nests 100,000 deep before the others",
            Conformant,
            Events.Before(
                Events.Unknown(
                    "deep",
                    Encoding.ASCII.GetBytes($"{{\"x\":{new string('[', 100_000)}{new string(']', 100_000)}}}")
                )
            )
        ),
        Row(
            "SendsOutputsNested100000Deep",
            "sends an output that nests 100,000 deep before the right one",
            NotAccused,
            Events.Before(Events.Output($"{new string('[', 100_000)}{new string(']', 100_000)}"))
        ),
        Row(
            "SendsOutputsNested500Deep",
            "sends an output that nests 500 deep before the right one",
            Conformant,
            Events.Before(Events.Output($"{new string('[', 500)}{new string(']', 500)}"))
        ),
        Row(
            "SendsOutputsOfHugeNumbers",
            "sends outputs with 1e400, 5,000 digits and half a surrogate pair",
            Conformant,
            Events.Before(Events.Output("1e400"), Events.Output(new string('9', 5_000)), Events.Output("\"\\ud800\""))
        ),
        Row(
            "SendsOutputsOfBadUtf8",
            "sends an output that is no UTF-8",
            AccusedOrUndecided(Any),
            Events.Before(
                Frame.Write(
                    Frame.Headers(FlowEvent.Completion("x") with { Name = "flowOutputEvent" }),
                    [
                        .. "{\"content\":{\"document\":\""u8,
                        0xff,
                        0xfe,
                        .. "\"},\"nodeName\":\"a\",\"nodeType\":\"FlowOutputNode\"}"u8,
                    ]
                )
            )
        ),
        Row(
            "StallsBeforeEvents",
            "begins streams and sends nothing more",
            AccusedOrUndecided(Any),
            Events.Delivered(_ => LeftOpen([]))
        ) with
        {
            RequestTimeoutSeconds = 1,
            Only = Few,
        },
        Row(
            "StallsWithinEvents",
            "stops in the middle of an event and keeps the connection",
            AccusedOrUndecided(Any),
            Events.Delivered(_ => LeftOpen(Small[..20]))
        ) with
        {
            RequestTimeoutSeconds = 1,
            Only = Few,
        },
        Row(
            "KeepsStreamsOpen",
            "sends all events and never ends the stream",
            AccusedOrUndecided(Any),
            Events.Delivered(right => right.Concat(LeftOpen([])))
        ) with
        {
            RequestTimeoutSeconds = 2,
            Only = Few,
        },
        Row(
            "CutsStreams",
            "breaks off in the middle of an event",
            AccusedOrUndecided(Any),
            Events.Delivered(_ => BrokenOff(Small[..20]))
        ),
        Row(
            "EndsStreamsWithinEvents",
            "ends streams in the middle of an event",
            Accused(Any),
            Events.Instead(Small[..20])
        ),
        Row("SendsNoEvents", "sends streams without events", Accused(Any), Events.Instead()),
        Row(
            "SendsJsonEndlessly",
            "sends JSON events without end",
            AccusedOrUndecided(Any),
            Events.AsJson(_ =>
                Events.Parts(Enumerable.Repeat(Repeated("{\"x\":{}}\n"u8.ToArray(), 5000), int.MaxValue))
            )
        ) with
        {
            Only = Few,
        },
        Row(
            "SendsJsonOfGarbage",
            "sends a JSON stream that is none",
            Accused(Any),
            Events.AsJson(_ => Events.Parts(["{\"flowOutputEvent\": oops"u8.ToArray()]))
        ),
        Row(
            "SendsJsonNested100000Deep",
            "sends an undocumented JSON event that nests 100,000 deep before the others",
            NotAccused,
            Events.AsJson(right =>
                Events
                    .Parts([
                        Encoding.ASCII.GetBytes($"{{\"x\":{new string('[', 100_000)}{new string(']', 100_000)}}}\n"),
                    ])
                    .Concat(right)
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

    private static byte[] Repeated(byte[] part, int times) => [.. Enumerable.Repeat(part, times).SelectMany(p => p)];

    private static ReadOnlyMemory<byte> Flipped(ReadOnlyMemory<byte> frame)
    {
        var bytes = frame.ToArray();
        bytes[^1] ^= 1;
        return bytes;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> LeftOpen(
        byte[] beginning,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default
    )
    {
        yield return beginning;
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
    }

    /// <summary>By an exception that is none of the network's, so that what was sent before still arrives.</summary>
    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> BrokenOff(byte[] beginning)
    {
        await Task.CompletedTask;
        yield return beginning;
        throw new InvalidOperationException("the connection breaks off here");
    }
}
