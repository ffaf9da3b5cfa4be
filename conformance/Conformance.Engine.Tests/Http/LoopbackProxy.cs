using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conformance.Engine.Tests.Http;

/// <summary>
/// A proxy on a loopback port. Whomever it is asked for, it leads to the one target of the test, so that a target can have
/// a name that no resolver knows. It remembers what it was asked for.
/// </summary>
internal sealed class LoopbackProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Uri target;
    private readonly Task serving;

    public LoopbackProxy(Uri target)
    {
        this.target = target;
        listener.Start();
        Authority = $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        serving = Serve();
    }

    /// <summary>Address and port.</summary>
    public string Authority { get; }

    /// <summary>Each tunnel that it was asked for: <c>target.test:443</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Each request for anything but a tunnel.</summary>
    public ConcurrentQueue<string> AskedOtherwise { get; } = [];

    /// <summary>User and password that it asks for, with a colon between; null for none.</summary>
    public string? Credentials { get; init; }

    /// <summary>What it says in place of opening a tunnel: a status line in HTTP, a reply's number in SOCKS.</summary>
    public string? Rejection { get; init; }

    /// <summary>Whether it speaks SOCKS 5 in place of HTTP.</summary>
    public bool IsSocks { get; init; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task Serve()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(Attend(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Attend(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                if (await (IsSocks ? GreetInSocks(stream) : GreetInHttp(stream)))
                    await LeadTo(stream);
            }
        }
        catch (Exception e)
            when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
        }
    }

    private async Task LeadTo(NetworkStream client)
    {
        using var onward = new TcpClient();
        await onward.ConnectAsync(target.Host, target.Port, stop.Token);
        var there = onward.GetStream();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        await Task.WhenAny(client.CopyToAsync(there, over.Token), there.CopyToAsync(client, over.Token));
        await over.CancelAsync();
    }

    private async Task<bool> GreetInHttp(NetworkStream stream)
    {
        var head = "";
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            head += Encoding.Latin1.GetString(await Take(stream, 1));
        if (!head.StartsWith("CONNECT ", StringComparison.Ordinal))
        {
            AskedOtherwise.Enqueue(head);
            await Say(stream, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
            return false;
        }
        Asked.Enqueue(head.Split(' ')[1]);
        var isKnown =
            Credentials is null
            || head.Contains(
                $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(Credentials))}\r\n",
                StringComparison.Ordinal
            );
        var says = Rejection ?? (isKnown ? "HTTP/1.1 200 OK" : "HTTP/1.1 407 Proxy Authentication Required");
        await Say(stream, $"{says}\r\nX-Proxy: here\r\n\r\n");
        return Rejection is null && isKnown;
    }

    private async Task<bool> GreetInSocks(NetworkStream stream)
    {
        await Take(stream, (await Take(stream, 2))[1]);
        await stream.WriteAsync(new byte[] { 5, (byte)(Credentials is null ? 0 : 2) }, stop.Token);
        if (Credentials is not null)
        {
            var user = await Take(stream, (await Take(stream, 2))[1]);
            var password = await Take(stream, (await Take(stream, 1))[0]);
            var isKnown = $"{Encoding.UTF8.GetString(user)}:{Encoding.UTF8.GetString(password)}" == Credentials;
            await stream.WriteAsync(new byte[] { 1, (byte)(isKnown ? 0 : 1) }, stop.Token);
            if (!isKnown)
                return false;
        }
        var address = (await Take(stream, 4))[3] switch
        {
            1 => new IPAddress(await Take(stream, 4)).ToString(),
            4 => new IPAddress(await Take(stream, 16)).ToString(),
            _ => Encoding.ASCII.GetString(await Take(stream, (await Take(stream, 1))[0])),
        };
        var port = await Take(stream, 2);
        Asked.Enqueue($"{address}:{port[0] * 256 + port[1]}");
        var reply = byte.Parse(Rejection ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        await stream.WriteAsync(new byte[] { 5, reply, 0, 3, 1, (byte)'x', 0, 0 }, stop.Token);
        return reply == 0;
    }

    private async Task<byte[]> Take(NetworkStream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, stop.Token);
        return bytes;
    }

    private ValueTask Say(NetworkStream stream, string text) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop.Token);
}
