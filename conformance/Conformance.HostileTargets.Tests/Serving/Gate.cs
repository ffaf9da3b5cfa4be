using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Conformance.HostileTargets.Tests.Serving;

/// <summary>Stands before a target and does with each connection as it is told, until it is disposed of.</summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<Visit, Task> admits;
    private readonly Uri behind;
    private readonly Task accepting;

    private Gate(Uri behind, bool isSecure, Func<Visit, Task> admits)
    {
        this.admits = admits;
        this.behind = behind;
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        BaseAddress = new Uri($"{(isSecure ? "https" : "http")}://127.0.0.1:{port}/");
        accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress { get; }

    /// <param name="behind">The implementation that connections may be passed on to.</param>
    /// <param name="isSecure">Whether clients are told to speak TLS.</param>
    /// <param name="admits">What to do with a connection, which is closed after that; called from several threads.</param>
    public static Gate Before(Uri behind, bool isSecure, Func<Visit, Task> admits) => new(behind, isSecure, admits);

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
        var visits = new List<Task>();
        try
        {
            while (true)
            {
                visits.RemoveAll(visit => visit.IsCompletedSuccessfully);
                visits.Add(AttendAsync(await listener.AcceptSocketAsync(stop.Token)));
            }
        }
        catch (Exception e)
            when (e
                    is OperationCanceledException
                        or SocketException
                        or ObjectDisposedException
                        or InvalidOperationException
            )
        {
            // It is over, or the gate was closed.
            await Task.WhenAll(visits);
        }
    }

    private async Task AttendAsync(Socket socket)
    {
        try
        {
            using (socket)
                await admits(new Visit(socket, behind, listener.Stop, stop.Token));
        }
        catch (Exception e)
            when (e
                    is IOException
                        or OperationCanceledException
                        or SocketException
                        or ObjectDisposedException
                        or AuthenticationException
            )
        {
            // One of the two sides went away, or it is over.
        }
    }
}
