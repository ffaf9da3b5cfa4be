using System.Net;
using System.Net.Sockets;

namespace Conformance.HostileTargets.Tests.Serving;

/// <summary>One connection at a gate.</summary>
internal sealed class Visit(Socket client, Uri behind, Action closeGate, CancellationToken stopped)
{
    /// <summary>The client's socket.</summary>
    public Socket Client => client;

    /// <summary>Where the implementation is.</summary>
    public Uri Behind => behind;

    /// <summary>Ends when nobody is served any more.</summary>
    public CancellationToken Stopped => stopped;

    /// <summary>The bytes to and from the client.</summary>
    public NetworkStream Bytes { get; } = new(client, ownsSocket: false);

    /// <summary>Passes all bytes on to the implementation and back.</summary>
    public Task PassOnAsync() => PassOnAsync(Bytes);

    /// <summary>The same for what the client says inside of another protocol.</summary>
    public async Task PassOnAsync(Stream inside)
    {
        client.NoDelay = true;
        using var server = new TcpClient { NoDelay = true };
        await server.ConnectAsync(IPAddress.Loopback, behind.Port, stopped);
        // When one side has said all, nothing more is of use to the other.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        var there = inside.CopyToAsync(server.GetStream(), either.Token);
        var back = server.GetStream().CopyToAsync(inside, either.Token);
        await Task.WhenAny(there, back);
        await either.CancelAsync();
        await Task.WhenAll(there, back).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Waits for the first bytes of a request, and leaves the rest.</summary>
    public async Task<int> ReadAsync() => await Bytes.ReadAsync(new byte[64 * 1024], stopped);

    /// <summary>Sends this.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes) => await Bytes.WriteAsync(bytes, stopped);

    /// <summary>Does nothing more, and keeps the connection.</summary>
    public Task HangAsync() => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopped);

    /// <summary>Ends the connection with RST instead of FIN.</summary>
    public void Reset() => client.Close(timeout: 0);

    /// <summary>Refuses every later connection.</summary>
    public void CloseGate() => closeGate();
}
