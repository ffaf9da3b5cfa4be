using System.Net.Sockets;
using System.Text;

namespace Conformance.Reference.Wire;

/// <summary>One request on its way. All text is Latin-1, so that every byte is one character.</summary>
public sealed class Pass
{
    private readonly Socket client;
    private readonly NetworkStream server;
    private readonly MessageReader responses;
    private readonly CancellationToken stopped;

    internal Pass(
        Socket client,
        NetworkStream server,
        MessageReader responses,
        string request,
        CancellationToken stopped
    )
    {
        this.client = client;
        this.server = server;
        this.responses = responses;
        this.stopped = stopped;
        Request = request;
    }

    /// <summary>The request as it came.</summary>
    public string Request { get; }

    /// <summary>Whether the connection began with this request.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Whether the connection ends with this request.</summary>
    public bool IsLast { get; set; }

    /// <summary>The right response: its head with the empty line, and its body; what came in chunks is put together.</summary>
    public Task<(string Head, string Body)> ResponseAsync() => ResponseAsync(Request);

    /// <summary>The same to another request in its place.</summary>
    public async Task<(string Head, string Body)> ResponseAsync(string request)
    {
        await server.WriteAsync(Encoding.Latin1.GetBytes(request), stopped);
        var response = MessageReader.Joined(await FinalAsync());
        var head = response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        return (response[..head], response[head..]);
    }

    /// <summary>The first message that is no interim response: the client has been told to go on already.</summary>
    private async Task<string> FinalAsync()
    {
        while (true)
        {
            var message =
                await responses.ReadAsync() ?? throw new IOException("the server behind closed the connection");
            if (!message.StartsWith("HTTP/1.1 1", StringComparison.Ordinal))
                return message;
        }
    }

    /// <summary>Sends this to the client.</summary>
    public async Task WriteAsync(string text)
    {
        var left = Encoding.Latin1.GetBytes(text).AsMemory();
        while (!left.IsEmpty)
            left = left[await client.SendAsync(left, stopped)..];
    }

    /// <summary>Sends the right response on, changed.</summary>
    public async Task PassOnAsync(Func<string, string, string> change)
    {
        var (head, body) = await ResponseAsync();
        await WriteAsync(change(head, body));
    }

    /// <summary>Sends on the right response to another request in the place of the one that came.</summary>
    public async Task PassOnAsync(string request)
    {
        var (head, body) = await ResponseAsync(request);
        await WriteAsync(head + body);
    }

    /// <summary>Sends the right response on as it is.</summary>
    public Task PassOnAsync() => PassOnAsync((head, body) => head + body);

    /// <summary>Does nothing more, and keeps the connection.</summary>
    public Task HangAsync() => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopped);

    /// <summary>Waits before it goes on: for targets that are slow.</summary>
    public Task DawdleAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System, stopped);

    /// <summary>Ends the connection with RST instead of FIN.</summary>
    public void Reset()
    {
        IsLast = true;
        client.Close(timeout: 0);
    }
}
