using System.Net;
using System.Net.Sockets;

namespace Conformance.Reference.Wire;

/// <summary>Passes on what it likes: for targets that speak HTTP in ways of which a web server knows nothing.</summary>
public sealed class Front : IFront
{
    private readonly Uri behind;
    private readonly Func<Pass, Task> passes;
    private readonly Acceptor acceptor;

    private Front(Uri behind, Func<Pass, Task> passes)
    {
        this.behind = behind;
        this.passes = passes;
        acceptor = new Acceptor(AttendAsync);
        BaseAddress = new Uri($"http://127.0.0.1:{acceptor.Port}/");
    }

    /// <inheritdoc/>
    public Uri BaseAddress { get; }

    /// <summary>Acts on every request as told, until the client goes or <see cref="Pass.IsLast"/> is set.</summary>
    /// <param name="behind">The server that has the right responses.</param>
    /// <param name="passes">What to do with one request; called from several threads.</param>
    public static Front Before(Uri behind, Func<Pass, Task> passes) => new(behind, passes);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => acceptor.DisposeAsync();

    private async Task AttendAsync(Socket socket, CancellationToken stop)
    {
        socket.NoDelay = true;
        using var server = new TcpClient { NoDelay = true };
        await server.ConnectAsync(IPAddress.Loopback, behind.Port, stop);
        await using var client = new NetworkStream(socket, ownsSocket: false);
        var (requests, responses) = (
            new MessageReader(client, stop) { TellsToContinue = true },
            new MessageReader(server.GetStream(), stop)
        );
        var isFirst = true;
        while (await requests.ReadAsync() is { } request)
        {
            var pass = new Pass(socket, server.GetStream(), responses, request, stop) { IsFirst = isFirst };
            isFirst = false;
            await passes(pass);
            if (pass.IsLast)
                return;
        }
    }
}
