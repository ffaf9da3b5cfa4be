using System.Text;

namespace Conformance.Engine.Http;

/// <summary>Lines and bytes from a stream; the lines together stay below a limit, so that an endless head ends.</summary>
internal sealed class RawLines(Stream stream)
{
    private const int MaxLineBytesTogether = 1 << 16;

    private static readonly byte[] Protocol = "HTTP/"u8.ToArray();

    private readonly byte[] buffer = new byte[8192];
    private int position;
    private int filled;
    private int lineBytes;

    internal bool HasAny { get; private set; }

    /// <summary>
    /// The next line, given up as soon as it can't become a status line: what isn't HTTP rarely ends its lines.
    /// </summary>
    internal async ValueTask<string> StatusLine(CancellationToken total)
    {
        while (filled - position < Protocol.Length)
        {
            ThrowIfNotProtocol();
            if (await Fill(total) == 0)
                throw new EndOfStreamException(HasAny ? "it ended within the head" : "it ended without a single byte");
        }
        ThrowIfNotProtocol();
        return await Line(total);
    }

    /// <summary>The next line in Latin-1, without its end (LF, or CR and LF).</summary>
    internal async ValueTask<string> Line(CancellationToken total)
    {
        var line = new StringBuilder();
        while (true)
        {
            var length = buffer.AsSpan(position, filled - position).IndexOf((byte)'\n');
            var part = length < 0 ? filled - position : length;
            line.Append(Encoding.Latin1.GetString(buffer, position, part));
            Consume(part + (length < 0 ? 0 : 1));
            if (length >= 0)
                return line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();
            if (await Fill(total) == 0)
                throw new EndOfStreamException("it ended within a line of the head or of a chunk");
        }
    }

    /// <summary>Some bytes of a body, after which lines are counted anew (each chunk has one); 0 at the end.</summary>
    internal async ValueTask<int> Read(Memory<byte> room, CancellationToken total)
    {
        lineBytes = 0;
        if (position == filled)
            return await stream.ReadAsync(room, total);
        var count = Math.Min(room.Length, filled - position);
        buffer.AsSpan(position, count).CopyTo(room.Span);
        position += count;
        return count;
    }

    private async ValueTask<int> Fill(CancellationToken total)
    {
        buffer.AsSpan(position, filled - position).CopyTo(buffer);
        (position, filled) = (0, filled - position);
        var count = await stream.ReadAsync(buffer.AsMemory(filled), total);
        filled += count;
        HasAny |= count > 0;
        return count;
    }

    private void Consume(int count)
    {
        position += count;
        lineBytes += count;
        if (lineBytes > MaxLineBytesTogether)
            throw new MalformedResponseException(
                $"expected a head of at most {MaxLineBytesTogether} bytes, got more; send fewer or shorter header lines"
            );
    }

    private void ThrowIfNotProtocol()
    {
        var first = buffer.AsSpan(position, filled - position);
        var compared = Math.Min(first.Length, Protocol.Length);
        if (!first[..compared].SequenceEqual(Protocol.AsSpan(0, compared)))
            throw new MalformedResponseException(
                $"expected a status line (HTTP/1.1 200 …), got {RawHead.Shown(Encoding.Latin1.GetString(first))}"
            );
    }
}
