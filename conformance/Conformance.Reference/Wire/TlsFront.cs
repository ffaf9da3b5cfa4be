using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Reference.Wire;

/// <summary>
/// Ends TLS as a load balancer does, and lets the handshake agree on the version of HTTP. Its certificate is its own, and
/// nobody vouches for it.
/// </summary>
public sealed class TlsFront : IFront
{
    private readonly Uri behind;
    private readonly X509Certificate2 certificate;
    private readonly Acceptor acceptor;

    private TlsFront(Uri behind, TimeProvider time)
    {
        this.behind = behind;
        certificate = SelfSigned(time.GetUtcNow());
        acceptor = new Acceptor(AttendAsync);
        BaseAddress = new Uri($"https://127.0.0.1:{acceptor.Port}/");
    }

    /// <inheritdoc/>
    public Uri BaseAddress { get; }

    /// <summary>Passes all bytes on until it is disposed of.</summary>
    /// <param name="behind">A server that speaks both versions without TLS.</param>
    /// <param name="time">Clock of the certificate's validity.</param>
    public static TlsFront Before(Uri behind, TimeProvider time) => new(behind, time);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await acceptor.DisposeAsync();
        certificate.Dispose();
    }

    private async Task AttendAsync(Socket socket, CancellationToken stop)
    {
        socket.NoDelay = true;
        await using var client = new SslStream(new NetworkStream(socket, ownsSocket: false));
        await client.AuthenticateAsServerAsync(Handshake(), stop);
        using var server = new TcpClient { NoDelay = true };
        await server.ConnectAsync(IPAddress.Loopback, behind.Port, stop);
        // When one side has said all, nothing more is of use to the other.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var there = client.CopyToAsync(server.GetStream(), either.Token);
        var back = server.GetStream().CopyToAsync(client, either.Token);
        await Task.WhenAny(there, back);
        await either.CancelAsync();
        await Task.WhenAll(there, back);
    }

    private SslServerAuthenticationOptions Handshake() =>
        new()
        {
            ServerCertificate = certificate,
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
        };

    private static X509Certificate2 SelfSigned(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
