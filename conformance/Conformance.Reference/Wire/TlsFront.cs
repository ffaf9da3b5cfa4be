using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Reference.Wire;

/// <summary>
/// Ends TLS before a server on the same machine, as a load balancer does: what the handshake agrees on decides to which
/// of the server's ports the bytes go. Its certificate is its own, and nobody vouches for it.
/// </summary>
public sealed class TlsFront : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly (int Http1, int Http2) behind;
    private readonly X509Certificate2 certificate;
    private readonly Task serving;

    private TlsFront((int Http1, int Http2) behind, TimeProvider time)
    {
        this.behind = behind;
        certificate = SelfSigned(time.GetUtcNow());
        listener.Start();
        BaseAddress = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        serving = ServeAsync();
    }

    /// <summary>Where clients find it.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Passes all bytes on until it is disposed of.</summary>
    /// <param name="server">The server, which <see cref="ReferenceOptions.SpeaksHttp2"/>.</param>
    /// <param name="time">Clock of the certificate's validity.</param>
    public static TlsFront Before(ReferenceServer server, TimeProvider time) =>
        new((server.BaseAddress.Port, server.Http2Port!.Value), time);

    /// <summary>Ends all connections and waits for them.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Dispose();
        certificate.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(AttendAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AttendAsync(TcpClient client)
    {
        try
        {
            using (client)
            await using (var secured = new SslStream(client.GetStream()))
            using (var server = new TcpClient { NoDelay = true })
            {
                client.NoDelay = true;
                await secured.AuthenticateAsServerAsync(Handshake(), stop.Token);
                var isHttp2 = secured.NegotiatedApplicationProtocol == SslApplicationProtocol.Http2;
                await server.ConnectAsync(IPAddress.Loopback, isHttp2 ? behind.Http2 : behind.Http1, stop.Token);
                // When one side has said all, nothing more is of use to the other.
                using var either = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
                var there = secured.CopyToAsync(server.GetStream(), either.Token);
                var back = server.GetStream().CopyToAsync(secured, either.Token);
                await Task.WhenAny(there, back);
                await either.CancelAsync();
                await Task.WhenAll(there, back);
            }
        }
        catch (Exception e)
            when (e is IOException or OperationCanceledException or SocketException or AuthenticationException)
        {
            // One of the two went away, or it is over.
        }
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
