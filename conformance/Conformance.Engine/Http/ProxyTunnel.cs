using System.Net.Sockets;

namespace Conformance.Engine.Http;

/// <summary>
/// A connection to a target that a proxy makes and then keeps out of, for http and https alike. Asked for the request
/// itself, a proxy would write it anew, and respond in the target's place where it can't reach it: that response would be judged.
/// </summary>
internal static class ProxyTunnel
{
    /// <summary>Opens it over a socket that is not connected yet.</summary>
    /// <param name="socket">The socket; the stream owns it then.</param>
    /// <param name="proxy">The proxy.</param>
    /// <param name="target">Scheme, host and port of the target.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <returns>What leads to the target, byte for byte.</returns>
    /// <exception cref="ProxyException">The proxy is out of reach, or rejects.</exception>
    internal static async Task<Stream> Open(
        Socket socket,
        ProxyServer proxy,
        Uri target,
        CancellationToken cancellation
    )
    {
        try
        {
            await socket.ConnectAsync(proxy.Host, proxy.Port, cancellation);
        }
        catch (SocketException e)
        {
            throw new ProxyException(
                $"expected a connection to the proxy {proxy}, got: {e.Message}; check that it is up, or name another as connection.proxy",
                e
            );
        }
        var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            if (proxy.Kind == ProxyKind.Http)
                await HttpProxy.Ask(stream, proxy, target, cancellation);
            else
                await Socks5Proxy.Ask(stream, proxy, target, cancellation);
            return stream;
        }
        catch (Exception e) when (e is MalformedResponseException or IOException)
        {
            throw new ProxyException(
                $"expected a tunnel through the proxy {proxy} to {target.Authority}, got: {e.Message}; is it a proxy?",
                e
            );
        }
    }
}
