using System.Net.Security;
using System.Net.Sockets;

namespace Conformance.Engine.Http;

/// <summary>How far a connection has got.</summary>
internal enum RawPhase
{
    Connecting,
    Securing,
    Talking,
}

/// <summary>A way to exchange bytes with a target, once.</summary>
internal interface IRawConnection : IDisposable
{
    RawPhase Phase { get; }

    /// <summary>The bytes, both ways.</summary>
    Task<Stream> Open(CancellationToken total);
}

/// <summary>A socket, with TLS where the URL asks for it.</summary>
internal sealed class RawConnection(Uri baseUrl, TargetClientOptions options, TimeProvider time) : IRawConnection
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private Stream? stream;

    public RawPhase Phase { get; private set; } = RawPhase.Connecting;

    public async Task<Stream> Open(CancellationToken total)
    {
        using var soonEnough = new CancellationTokenSource(Connecting.TimeAllowed(options), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(total, soonEnough.Token);
        stream = await Connecting.Open(socket, baseUrl, options.Proxy, either.Token);
        if (baseUrl.Scheme == Uri.UriSchemeHttps)
            stream = await Secure(stream, either.Token);
        Phase = RawPhase.Talking;
        return stream;
    }

    public void Dispose()
    {
        stream?.Dispose();
        socket.Dispose();
    }

    private async Task<Stream> Secure(Stream plain, CancellationToken soonEnough)
    {
        Phase = RawPhase.Securing;
        var secured = new SslStream(plain, leaveInnerStreamOpen: false);
        stream = secured;
        var how = new SslClientAuthenticationOptions
        {
            TargetHost = baseUrl.IdnHost,
            RemoteCertificateValidationCallback = Connecting.CertificateCheck(options),
        };
        await secured.AuthenticateAsClientAsync(how, soonEnough);
        return secured;
    }
}
