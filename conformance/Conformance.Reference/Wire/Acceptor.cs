using System.Net;
using System.Net.Sockets;

namespace Conformance.Reference.Wire;

/// <summary>Takes connections on a free port of the loopback, and attends to all of them at once until it is disposed of.</summary>
internal sealed class Acceptor : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<Socket, CancellationToken, Task> attend;
    private readonly Task accepting;

    /// <param name="attend">Told of each connection, and when to end it; the connection is closed once it is done.</param>
    public Acceptor(Func<Socket, CancellationToken, Task> attend)
    {
        this.attend = attend;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Ends all connections and waits for them.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(AttendAsync(await listener.AcceptSocketAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AttendAsync(Socket socket)
    {
        try
        {
            using (socket)
                await attend(socket, stop.Token);
        }
        catch (Exception e)
            when (e
                    is IOException
                        or OperationCanceledException
                        or SocketException
                        or ObjectDisposedException
                        or System.Security.Authentication.AuthenticationException
            )
        {
            // One of the two sides went away, or it is over.
        }
    }
}
