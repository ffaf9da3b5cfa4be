using System.Security.Cryptography.X509Certificates;
using Conformance.HostileTargets.Tests.Serving;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>What is wrong before the first request.</summary>
internal static class TlsHandshakes
{
    private const string TrustsAny = "connection: { trustAnyCertificate: true }";

    private static readonly ExpectedVerdict NoTls = Inconclusive("TLS handshake");

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Shows(
            "ShowsOwnCertificate",
            "shows a certificate that nobody vouches for",
            NoTls,
            () => Certificates.Of("127.0.0.1")
        ),
        Shows(
            "ShowsExpiredCertificate",
            "shows a certificate that has expired",
            NoTls,
            () => Certificates.Of("127.0.0.1", -10, -5)
        ),
        Shows(
            "ShowsCertificateOfAnother",
            "shows the certificate of another host",
            NoTls,
            () => Certificates.Of("elsewhere.invalid")
        ),
        Shows(
            "ShowsExpiredCertificateToTrust",
            "shows the expired certificate of another host to a kit that is told to trust any",
            Conformant,
            () => Certificates.Of("elsewhere.invalid", -10, -5)
        ) with
        {
            Configuration = TrustsAny,
        },
        At("SpeaksPlainHttpForTls", "speaks HTTP without TLS at an https address", NoTls, visit => visit.PassOnAsync()),
        At(
            "SpeaksGarbageForTls",
            "responds to the handshake with garbage",
            NoTls,
            async visit =>
            {
                await visit.ReadAsync();
                await visit.WriteAsync(new byte[10_000]);
            }
        ),
        At("ClosesInHandshake", "closes within the handshake", NoTls, async visit => await visit.ReadAsync()),
        At(
            "HangsInHandshake",
            "stops within the handshake",
            Inconclusive("out of reach"),
            async visit =>
            {
                await visit.ReadAsync();
                await visit.HangAsync();
            }
        ) with
        {
            RequestTimeoutSeconds = 1,
        },
        At("ShakesHandsEndlessly", "sends handshake messages without end", Inconclusive("out of reach"), Endlessly) with
        {
            RequestTimeoutSeconds = 2,
        },
        Talks(
            "ClosesAfterHandshake",
            "closes after the handshake",
            Inconclusive("out of reach"),
            (_, _) => Task.CompletedTask
        ),
        Talks(
            "HangsAfterHandshake",
            "stops after the handshake",
            Inconclusive("out of reach"),
            (visit, _) => visit.HangAsync()
        ) with
        {
            RequestTimeoutSeconds = 1,
        },
        Talks(
            "BreaksTlsWithinResponses",
            "sends garbage outside of TLS in the place of responses",
            Inconclusive("out of reach"),
            async (visit, inside) =>
            {
                await inside.ReadAtLeastAsync(new byte[1000], 1, throwOnEndOfStream: false, visit.Stopped);
                await visit.WriteAsync(new byte[1000]);
            }
        ),
        new("SpeaksTlsForPlainHttp", "nova-act", "speaks TLS at an http address", Inconclusive("out of reach"))
        {
            Gate = Tls.PassingOn(() => Certificates.Of("127.0.0.1")),
        },
    ];

    private static HostileTarget At(string name, string says, ExpectedVerdict expected, Func<Visit, Task> admits) =>
        new(name, "nova-act", says, expected) { IsSecure = true, Gate = () => admits };

    private static HostileTarget Shows(
        string name,
        string says,
        ExpectedVerdict expected,
        Func<X509Certificate2> certificate
    ) => new(name, "nova-act", says, expected) { IsSecure = true, Gate = Tls.PassingOn(certificate) };

    private static HostileTarget Talks(
        string name,
        string says,
        ExpectedVerdict expected,
        Func<Visit, System.Net.Security.SslStream, Task> talk
    ) =>
        new(name, "nova-act", says, expected)
        {
            IsSecure = true,
            Configuration = TrustsAny,
            Gate = Tls.Talking(() => Certificates.Of("127.0.0.1"), talk),
        };

    /// <summary>Records of 10,000 bytes that begin a certificate of 16 MB and never end it.</summary>
    private static async Task Endlessly(Visit visit)
    {
        await visit.ReadAsync();
        const int length = 10_000;
        byte[] head = [22, 3, 3, length >> 8, length & 0xff];
        await visit.WriteAsync((byte[])[.. head, 2, 0xff, 0xff, 0xff, .. new byte[length - 4]]);
        while (true)
            await visit.WriteAsync((byte[])[.. head, .. new byte[length]]);
    }
}
