using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Engine.Tests.Http;

/// <summary>One connection as a target sees it; all text is Latin-1, so that every byte is one character.</summary>
internal sealed partial class LoopbackConnection(
    Socket socket,
    Stream stream,
    ConcurrentQueue<string> requests,
    CancellationToken stopped
)
{
    private readonly StringBuilder unread = new();

    /// <summary>The next request, body included; null when the client has gone.</summary>
    public async Task<string?> ReadRequest()
    {
        while (true)
        {
            var text = unread.ToString();
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
            if (head >= 4 && text.Length >= head + BodyLength(text[..head]))
            {
                unread.Remove(0, head + BodyLength(text[..head]));
                var request = text[..(head + BodyLength(text[..head]))];
                requests.Enqueue(request);
                return request;
            }
            if (!await ReadMore())
                return null;
        }
    }

    public async Task<bool> ReadMore()
    {
        var buffer = new byte[8192];
        var count = await stream.ReadAsync(buffer, stopped);
        unread.Append(Encoding.Latin1.GetString(buffer, 0, count));
        return count > 0;
    }

    public string TakeUnread()
    {
        var text = unread.ToString();
        unread.Clear();
        return text;
    }

    public async Task Write(string text)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), stopped);
        await stream.FlushAsync(stopped);
    }

    /// <summary>
    /// Writes half a million characters, more than the sockets hold: once this returns, the client has begun to read them.
    /// </summary>
    public Task WriteUntilRead()
    {
        // The receiving side holds some 100 KB and gets more room only as it reads.
        socket.SendBufferSize = 8 * 1024;
        return Write(new string('.', 500_000));
    }

    /// <summary>Does nothing until the test is over.</summary>
    public Task Hang() => Task.Delay(Timeout.Infinite, stopped);

    /// <summary>Ends the connection with RST instead of FIN.</summary>
    public void Reset() => socket.Close(timeout: 0);

    private static int BodyLength(string head) =>
        ContentLength().Match(head) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"^Content-Length: (\d+)\r$", RegexOptions.Multiline)]
    private static partial Regex ContentLength();
}
