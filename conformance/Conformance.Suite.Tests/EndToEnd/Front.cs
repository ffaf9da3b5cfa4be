using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Conformance.Reference;
using Conformance.Suite.Tests.Http;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>Stands between the kit and a right implementation, and passes on what it likes. All text is Latin-1.</summary>
internal sealed class Front : IAsyncDisposable
{
    private readonly ReferenceServer _behind;
    private readonly Loopback _before;

    private Front(ReferenceServer behind, Func<Pass, Task> passes)
    {
        _behind = behind;
        _before = Loopback.That(connection => Attend(connection, passes));
    }

    /// <summary>Where the kit finds it.</summary>
    public Uri Url => _before.Url;

    /// <summary>Acts on every request as told, until the client goes or <see cref="Pass.IsLast"/> is set.</summary>
    public static async Task<Front> That(Func<Pass, Task> passes) =>
        new(await ReferenceServer.StartAsync(new ReferenceOptions(), TestContext.Current.CancellationToken), passes);

    public async ValueTask DisposeAsync()
    {
        await _before.DisposeAsync();
        await _behind.DisposeAsync();
    }

    private async Task Attend(LoopbackConnection connection, Func<Pass, Task> passes)
    {
        using var behind = new TcpClient();
        await behind.ConnectAsync(IPAddress.Loopback, _behind.BaseAddress.Port);
        behind.NoDelay = true;
        while (await connection.ReadRequest() is { } request)
        {
            var pass = new Pass(connection, behind.GetStream(), request);
            await passes(pass);
            if (pass.IsLast)
                return;
        }
    }
}

/// <summary>One request on its way.</summary>
internal sealed class Pass(LoopbackConnection client, NetworkStream server, string request)
{
    private const string Chunked = "\r\nTransfer-Encoding: chunked";

    /// <summary>The request as it came.</summary>
    public string Request => request;

    /// <summary>The client's connection.</summary>
    public LoopbackConnection Client => client;

    /// <summary>Whether the connection ends with this request.</summary>
    public bool IsLast { get; set; }

    /// <summary>The right answer, its head with the empty line, and its body; what came in chunks is put together.</summary>
    public async Task<(string Head, string Body)> Answer()
    {
        await server.WriteAsync(Encoding.Latin1.GetBytes(request));
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (true)
        {
            var head = text.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
            if (head >= 4 && text.ToString(0, head) is var start && start.Contains(Chunked, StringComparison.Ordinal))
            {
                if (Joined(text.ToString(head, text.Length - head)) is { } body)
                    return (
                        start.Replace(Chunked, $"\r\nContent-Length: {body.Length}", StringComparison.Ordinal),
                        body
                    );
            }
            else if (head >= 4 && text.Length >= head + BodyLength(text.ToString(0, head)))
                return (text.ToString(0, head), text.ToString(head, text.Length - head));
            var count = await server.ReadAsync(buffer);
            if (count == 0)
                throw new IOException("the right implementation closed the connection");
            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
    }

    /// <summary>Sends the right answer on, changed.</summary>
    public async Task Write(Func<string, string, string> change)
    {
        var (head, body) = await Answer();
        await client.Write(change(head, body));
    }

    /// <summary>Sends the right answer on as it is.</summary>
    public Task Write() => Write((head, body) => head + body);

    /// <summary>What the chunks hold, or null where the last one has not come.</summary>
    private static string? Joined(string chunks)
    {
        var body = new StringBuilder();
        for (var at = 0; chunks.IndexOf('\r', at) is >= 0 and var end; )
        {
            var length = int.Parse(chunks.AsSpan(at, end - at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (chunks.Length < end + 2 + length + 2)
                return null;
            if (length == 0)
                return body.ToString();
            body.Append(chunks, end + 2, length);
            at = end + 2 + length + 2;
        }
        return null;
    }

    private static int BodyLength(string head)
    {
        const string Name = "\r\nContent-Length: ";
        var start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return start < 0
            ? 0
            : int.Parse(
                head.AsSpan(start + Name.Length, head.IndexOf('\r', start + 2) - start - Name.Length),
                CultureInfo.InvariantCulture
            );
    }
}
