using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Engine.Tests.Http;

/// <summary>A target on a loopback port that does with each connection what the test tells it, and keeps what it was sent.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    // Bound, and never told to listen.
    private static readonly Lazy<Socket> Deaf = new(() =>
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    });

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<LoopbackConnection, Task> behaves;
    private readonly X509Certificate2? certificate;
    private readonly Task serving;

    private Loopback(Func<LoopbackConnection, Task> behaves, bool isSecure)
    {
        this.behaves = behaves;
        certificate = isSecure ? SelfSigned() : null;
        listener.Start();
        var scheme = isSecure ? "https" : "http";
        Url = new Uri($"{scheme}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        serving = Serve();
    }

    public Uri Url { get; }

    /// <summary>Each request as it came, Latin-1.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Acts on each connection as told, then closes it.</summary>
    public static Loopback That(Func<LoopbackConnection, Task> behaves) => new(behaves, isSecure: false);

    public static Loopback SecureThat(Func<LoopbackConnection, Task> behaves) => new(behaves, isSecure: true);

    /// <summary>Responds to the first request of each connection with these characters (Latin-1), then closes it.</summary>
    public static Loopback Responding(string response) =>
        That(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write(response);
        });

    /// <summary>Responds to every request of a connection with 200 and no body.</summary>
    public static Loopback Listening() =>
        That(async connection =>
        {
            while (await connection.ReadRequest() is not null)
                await connection.Write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });

    /// <summary>Connections to it are refused, and nobody else can get its port meanwhile.</summary>
    public static Uri UrlWhereNobodyListens() =>
        new($"http://127.0.0.1:{((IPEndPoint)Deaf.Value.LocalEndPoint!).Port}");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Dispose();
        certificate?.Dispose();
        stop.Dispose();
    }

    private async Task Serve()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(Attend(await listener.AcceptSocketAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Attend(Socket socket)
    {
        try
        {
            using (socket)
            await using (var stream = await Open(socket))
                await behaves(new LoopbackConnection(socket, stream, Requests, stop.Token));
        }
        catch (Exception e)
            when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException
                || e is System.Security.Authentication.AuthenticationException
            )
        {
            // The client went away, or the test is over.
        }
    }

    private async Task<Stream> Open(Socket socket)
    {
        var plain = new NetworkStream(socket, ownsSocket: false);
        if (certificate is null)
            return plain;
        var secured = new SslStream(plain);
        await secured.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = certificate },
            stop.Token
        );
        return secured;
    }

    public static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
