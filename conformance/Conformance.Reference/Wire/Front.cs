using System.Net;
using System.Net.Sockets;

namespace Conformance.Reference.Wire;

/// <summary>
/// Stands between clients and a server on the same machine, and passes on what it likes: for targets that speak HTTP in
/// ways of which a web server knows nothing.
/// </summary>
public sealed class Front : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Uri behind;
    private readonly Func<Pass, Task> passes;
    private readonly Task serving;

    private Front(Uri behind, Func<Pass, Task> passes)
    {
        this.behind = behind;
        this.passes = passes;
        listener.Start();
        BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        serving = ServeAsync();
    }

    /// <summary>Where clients find it.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Acts on every request as told, until the client goes or <see cref="Pass.IsLast"/> is set.</summary>
    /// <param name="behind">The server that has the right answers.</param>
    /// <param name="passes">What to do with one request; called from several threads.</param>
    public static Front Before(Uri behind, Func<Pass, Task> passes) => new(behind, passes);

    /// <summary>Ends all connections and waits for them.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
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
            using (var server = new TcpClient { NoDelay = true })
            {
                socket.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, behind.Port, stop.Token);
                await PassAllAsync(socket, server);
            }
        }
        catch (Exception e)
            when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One of the two went away, or it is over.
        }
    }

    private async Task PassAllAsync(Socket socket, TcpClient server)
    {
        await using var client = new NetworkStream(socket, ownsSocket: false);
        var (requests, answers) = (
            new MessageReader(client, stop.Token),
            new MessageReader(server.GetStream(), stop.Token)
        );
        var isFirst = true;
        while (await requests.ReadAsync() is { } request)
        {
            var pass = new Pass(socket, server.GetStream(), answers, request, stop.Token) { IsFirst = isFirst };
            isFirst = false;
            await passes(pass);
            if (pass.IsLast)
                return;
        }
    }
}
