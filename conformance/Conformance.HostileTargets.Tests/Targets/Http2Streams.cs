using System.Net.Security;
using Conformance.HostileTargets.Tests.Serving;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Targets that are spoken to in HTTP/2.</summary>
internal static class Http2Streams
{
    private const byte EndHeaders = 4;
    private const byte EndStream = 1;

    // Indexed in the static table of RFC 7541.
    private const byte Status200 = 0x88;

    private static readonly ExpectedVerdict Gone = Inconclusive("out of reach");

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Row(
            "OffersNoHttp2",
            "offers HTTP/1.1 alone",
            Inconclusive("TLS handshake"),
            Tls.PassingOn(() => Certificates.Of("127.0.0.1"))
        ),
        Row(
            "ResetsStreams",
            "resets each stream",
            Gone,
            Http2.Responding(f => Http2.Frame(Http2.Reset, 0, f.Stream, 0, 0, 0, 1))
        ),
        Row(
            "CancelsStreams",
            "sends heads and cancels each stream",
            Gone,
            Http2.Responding(f =>
                [
                    .. Http2.Frame(Http2.Headers, EndHeaders, f.Stream, Status200),
                    .. Http2.Frame(Http2.Reset, 0, f.Stream, 0, 0, 0, 8),
                ]
            )
        ),
        Row(
            "GoesAwayInAnger",
            "says that it goes away for too much haste, with 10 KB of reasons",
            Gone,
            Http2.Responding(_ => Http2.Frame(Http2.GoAway, 0, 0, [0, 0, 0, 0, 0, 0, 0, 11, .. new byte[10_000]]))
        ),
        Row(
            "RespondsToHttp2WithNothing",
            "responds to each stream with 200 and no body",
            Accused("*"),
            Http2.Responding(f => Http2.Frame(Http2.Headers, EndHeaders | EndStream, f.Stream, Status200))
        ),
        Row(
            "ReturnsBrokenHpack",
            "responds with headers that can't be unpacked",
            Gone,
            Http2.Responding(f => Http2.Frame(Http2.Headers, EndHeaders, f.Stream, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff))
        ),
        Row(
            "SendsFramesThatAreTooLong",
            "sends a frame that is longer than it may be",
            Gone,
            Http2.Responding(f => Http2.Frame(Http2.Data, 0, f.Stream, new byte[100_000]))
        ),
        Row(
            "ContinuesHeadersEndlessly",
            "sends headers that are continued without end",
            Gone,
            Http2.Talking(ContinuesEndlessly)
        ),
        Row("PingsEndlessly", "sends pings without end and never responds", Gone, Http2.Talking(PingsEndlessly)) with
        {
            RequestTimeoutSeconds = 2,
        },
        Row(
            "AllowsNoStreams",
            "allows no streams",
            Gone,
            Http2.Talking((visit, inside) => Waits(visit, inside, [0, 3, 0, 0, 0, 0]))
        ) with
        {
            RequestTimeoutSeconds = 1,
        },
        Row(
            "TakesNoBodies",
            "takes no octet of a body",
            Gone,
            Http2.Talking((visit, inside) => Waits(visit, inside, [0, 4, 0, 0, 0, 0]))
        ) with
        {
            RequestTimeoutSeconds = 1,
        },
        Row(
            "SpeaksGarbageForHttp2",
            "greets with garbage",
            Gone,
            Http2.Talking(async (visit, inside) => await inside.WriteAsync(new byte[1000], visit.Stopped))
        ),
        Row(
            "SpeaksHttp1ForHttp2",
            "agrees on HTTP/2 and responds in HTTP/1.1",
            Gone,
            Http2.Talking(
                async (visit, inside) =>
                {
                    await inside.WriteAsync(
                        "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(),
                        visit.Stopped
                    );
                    await visit.HangAsync();
                }
            )
        ) with
        {
            RequestTimeoutSeconds = 2,
        },
    ];

    private static HostileTarget Row(
        string name,
        string says,
        ExpectedVerdict expected,
        Func<Func<Visit, Task>> gate
    ) =>
        new(name, "nova-act", says, expected)
        {
            IsSecure = true,
            Gate = gate,
            Configuration = Http2.Configuration,
        };

    private static async Task ContinuesEndlessly(Visit visit, SslStream inside)
    {
        await Http2.GreetAsync(visit, inside);
        await foreach (var frame in Http2.FramesAsync(visit, inside))
        {
            if (!frame.IsRequest)
                continue;
            await inside.WriteAsync(Http2.Frame(Http2.Headers, 0, frame.Stream, Status200), visit.Stopped);
            // A literal without a name in the table: x: and 100 characters.
            byte[] more = [0, 1, (byte)'x', 100, .. Enumerable.Repeat((byte)'y', 100)];
            while (true)
                await inside.WriteAsync(Http2.Frame(Http2.Continuation, 0, frame.Stream, more), visit.Stopped);
        }
    }

    private static async Task PingsEndlessly(Visit visit, SslStream inside)
    {
        await Http2.GreetAsync(visit, inside);
        var pings = Enumerable.Repeat(Http2.Frame(Http2.Ping, 0, 0, new byte[8]), 1000).SelectMany(f => f).ToArray();
        while (true)
            await inside.WriteAsync(pings, visit.Stopped);
    }

    private static async Task Waits(Visit visit, SslStream inside, byte[] settings)
    {
        await Http2.GreetAsync(visit, inside, settings);
        await visit.HangAsync();
    }
}
