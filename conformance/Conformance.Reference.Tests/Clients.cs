using System.Net.Sockets;

namespace Conformance.Reference.Tests;

/// <summary>Clients and requests of one version of HTTP and no other.</summary>
internal static class Clients
{
    /// <summary>Lets the request be sent in this version; <c>2.0</c> without TLS is prior knowledge.</summary>
    public static void Speak(this HttpRequestMessage request, string version)
    {
        request.Version = Version.Parse(version);
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
    }

    /// <summary>A client whose own methods speak this version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="connected">Told of each connection.</param>
    public static HttpClient Speaking(string version, Action? connected = null)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            // Otherwise the client waits for the rest of a body before it goes.
            ResponseDrainTimeout = TimeSpan.Zero,
            ConnectCallback = async (context, ct) =>
            {
                connected?.Invoke();
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new HttpClient(handler)
        {
            DefaultRequestVersion = Version.Parse(version),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }
}
