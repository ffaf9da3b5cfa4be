using System.Runtime.CompilerServices;
using System.Text;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>How much a stream holds, and how it ends.</summary>
internal static class StreamLengths
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
            AccusedOrInconclusive(Any),
            Events.Endless(Repeated(Small, 1000))
        ) with
        {
            Only = Few,
        },
        Row(
            "SendsEndlessOutputs",
            "sends outputs without end",
            AccusedOrInconclusive(Any),
            Events.Endless(Repeated(Events.Output("\"a document that comes back\""), 1000))
        ) with
        {
            Only = Few,
        },
        Row(
            "Sends50000Outputs",
            "sends 50,000 outputs, one of which is right",
            NotAccused,
            Events.Delivered(right =>
                Events.Parts(Enumerable.Repeat(Repeated(Events.Output("1"), 1000), 50)).Concat(right)
            )
        ) with
        {
            Only = Few,
        },
        Row(
            "StallsBeforeEvents",
            "begins streams and sends nothing more",
            AccusedOrInconclusive(Any),
            Events.Delivered(_ => LeftOpen([]))
        ) with
        {
            Only = ["*/stream/not-truncated"],
            RequestTimeoutSeconds = 1,
        },
        Row(
            "StallsWithinEvents",
            "stops in the middle of an event and keeps the connection",
            AccusedOrInconclusive(Any),
            Events.Delivered(_ => LeftOpen(Small[..20]))
        ) with
        {
            Only = ["*/stream/not-truncated"],
            RequestTimeoutSeconds = 1,
        },
        Row(
            "KeepsStreamsOpen",
            "sends all events and never ends the stream",
            AccusedOrInconclusive(Any),
            Events.Delivered(right => right.Concat(LeftOpen([])))
        ) with
        {
            Only = ["*/stream/not-truncated"],
            RequestTimeoutSeconds = 1,
        },
        Row(
            "CutsStreams",
            "breaks off in the middle of an event",
            AccusedOrInconclusive(Any),
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
            AccusedOrInconclusive(Any),
            Events.AsJson(_ =>
                Events.Parts(Enumerable.Repeat(Repeated("{\"x\":{}}\n"u8.ToArray(), 5000), int.MaxValue))
            )
        ) with
        {
            Only = Few,
        },
    ];

    private static HostileTarget Row(
        string name,
        string says,
        ExpectedVerdict expected,
        Func<ReferenceOptions, ReferenceOptions> change
    ) => new(name, "bedrock-flows", says, expected) { Change = change };

    private static byte[] Document(int length) => Encoding.ASCII.GetBytes($"{{\"x\":\"{new string('x', length)}\"}}");

    private static byte[] Repeated(byte[] part, int times) => [.. Enumerable.Repeat(part, times).SelectMany(p => p)];

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> LeftOpen(
        byte[] beginning,
        [EnumeratorCancellation] CancellationToken ct = default
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
