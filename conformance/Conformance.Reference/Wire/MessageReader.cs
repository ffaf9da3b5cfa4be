using System.Globalization;
using System.Text;

namespace Conformance.Reference.Wire;

/// <summary>Takes whole HTTP messages off a connection, byte for byte.</summary>
internal sealed class MessageReader(Stream stream, CancellationToken stopped)
{
    private const string Chunking = "Transfer-Encoding";
    private const string LastChunk = "0\r\n\r\n";
    private static readonly byte[] Continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    private readonly StringBuilder unread = new();

    /// <summary>Whether senders are told to go on who wait for that before they send a body (RFC 9110, 10.1.1).</summary>
    public bool TellsToContinue { get; init; }

    /// <summary>The next message with its head and its body, in Latin-1; null when the other side has gone.</summary>
    public async Task<string?> ReadAsync()
    {
        var buffer = new byte[8192];
        var isTold = false;
        while (true)
        {
            var text = unread.ToString();
            if (Length(text) is { } length)
            {
                unread.Remove(0, length);
                return text[..length];
            }
            if (TellsToContinue && !isTold && IsWaiting(text))
            {
                await stream.WriteAsync(Continue, stopped);
                isTold = true;
            }
            var count = await stream.ReadAsync(buffer, stopped);
            if (count == 0)
                return null;
            unread.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
    }

    /// <summary>The message with one body of known length in place of its chunks; others stay as they are.</summary>
    public static string Joined(string message)
    {
        var end = message.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var (head, chunks) = (message[..end], message[end..]);
        if (Header(head[..^4], Chunking) is not "chunked")
            return message;
        var body = new StringBuilder();
        for (int at = 0, next; ; at = next + 2)
        {
            var line = chunks.IndexOf('\r', at);
            var length = int.Parse(chunks.AsSpan(at, line - at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
                break;
            next = line + 2 + length;
            body.Append(chunks, line + 2, length);
        }
        return head.Replace($"{Chunking}: chunked", $"Content-Length: {body.Length}", StringComparison.Ordinal) + body;
    }

    private static bool IsWaiting(string text) =>
        text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end
        && "100-continue".Equals(Header(text[..end], "Expect"), StringComparison.OrdinalIgnoreCase);

    /// <summary>Length of the first message, or null where it is not all there.</summary>
    private static int? Length(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return null;
        var (head, body) = (text[..end], end + 4);
        if (Header(head, Chunking) is "chunked")
            return text.IndexOf(LastChunk, body, StringComparison.Ordinal) is >= 0 and var last
                ? last + LastChunk.Length
                : null;
        var length = int.Parse(Header(head, "Content-Length") ?? "0", CultureInfo.InvariantCulture);
        return text.Length >= body + length ? body + length : null;
    }

    private static string? Header(string head, string name)
    {
        var start = head.IndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var value = start + name.Length + 3;
        var end = head.IndexOf('\r', value);
        return head[value..(end < 0 ? head.Length : end)].Trim();
    }
}
