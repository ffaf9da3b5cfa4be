using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Net.Sockets;

namespace Conformance.Engine.Http;

/// <summary>What both transports hold to while they connect.</summary>
internal static class Connecting
{
    /// <summary>Less than the whole: a target that never accepts the connection is told from one that never responds.</summary>
    internal static TimeSpan TimeAllowed(TargetClientOptions options) =>
        options.RequestTimeout == Timeout.InfiniteTimeSpan ? Timeout.InfiniteTimeSpan : options.RequestTimeout * 0.8;

    /// <summary>Connects a socket to the target, through the proxy where there is one; the stream owns it then.</summary>
    /// <exception cref="ProxyException">The proxy does not bring it about.</exception>
    internal static async Task<Stream> Open(
        Socket socket,
        Uri target,
        ProxyServer? proxy,
        CancellationToken cancellation
    )
    {
        if (proxy is not null)
            return await ProxyTunnel.Open(socket, proxy, target, cancellation);
        await socket.ConnectAsync(target.IdnHost, target.Port, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>The same for a client of the library's; null leaves it to the library.</summary>
    internal static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? Callback(
        ProxyServer? proxy
    ) =>
        proxy is null
            ? null
            : (context, cancellation) => Tunnel(proxy, context.InitialRequestMessage.RequestUri!, cancellation);

    private static async ValueTask<Stream> Tunnel(ProxyServer proxy, Uri target, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            return await ProxyTunnel.Open(socket, proxy, target, cancellation);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Null leaves the check to the platform.</summary>
    [SuppressMessage("Security", "CA5359", Justification = "Asked for by name, for targets on one's own machine.")]
    internal static RemoteCertificateValidationCallback? CertificateCheck(TargetClientOptions options) =>
        options.TrustsAnyCertificate ? static (_, _, _, _) => true : null;
}
