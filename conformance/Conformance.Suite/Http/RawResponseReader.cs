using System.Collections.Immutable;
using System.Globalization;
using Conformance.Reports;

namespace Conformance.Suite.Http;

/// <summary>Reads one HTTP/1.x response (RFC 9112) from a stream, leniently in layout and within limits.</summary>
internal sealed class RawResponseReader(Stream stream, int maxBodyBytes)
{
    private readonly RawLines input = new(stream);
    private readonly BodyBuffer body = new(maxBodyBytes);

    /// <summary>Status of the final response's head; 0 before it came.</summary>
    internal int Status { get; private set; }

    internal string Came =>
        Status != 0 ? $"status {Status} and {body.Count} bytes of body"
        : input.HasAny ? "a part of a head"
        : "nothing";

    internal async Task<ReceivedResponse> Read(string method, CancellationToken total)
    {
        int status;
        ImmutableArray<Header> headers;
        do
        {
            status = RawHead.Status(await input.StatusLine(total).ConfigureAwait(false));
            headers = await ReadHeaders(total).ConfigureAwait(false);
        } while (status is >= 100 and < 200 and not 101);
        Status = status;
        await ReadBody(method, headers, total).ConfigureAwait(false);
        return new ReceivedResponse(status, headers, body.Kept(), body.IsOverfull);
    }

    private async Task<ImmutableArray<Header>> ReadHeaders(CancellationToken total)
    {
        var headers = ImmutableArray.CreateBuilder<Header>();
        for (
            var line = await input.Line(total).ConfigureAwait(false);
            line.Length > 0;
            line = await input.Line(total).ConfigureAwait(false)
        )
            RawHead.Add(headers, line);
        return headers.ToImmutable();
    }

    private async Task ReadBody(string method, ImmutableArray<Header> headers, CancellationToken total)
    {
        if (method == "HEAD" || Status is 101 or 204 or 304)
            return;
        if (RawHead.IsChunked(headers))
            await ReadChunks(total).ConfigureAwait(false);
        else if (RawHead.ContentLength(headers) is { } length)
            await Take(length, total).ConfigureAwait(false);
        else
            while (!body.IsOverfull && await TakeSome(long.MaxValue, total).ConfigureAwait(false) > 0) { }
    }

    private async Task ReadChunks(CancellationToken total)
    {
        while (!body.IsOverfull)
        {
            var size = RawHead.ChunkSize(await input.Line(total).ConfigureAwait(false));
            if (size == 0)
            {
                await ReadHeaders(total).ConfigureAwait(false);
                return;
            }
            await Take(size, total).ConfigureAwait(false);
            if (!body.IsOverfull && await input.Line(total).ConfigureAwait(false) is { Length: > 0 } rest)
                throw new MalformedResponseException(
                    $"expected a line end after a chunk of {size} bytes, got {RawHead.Shown(rest)}"
                );
        }
    }

    private async Task Take(long length, CancellationToken total)
    {
        for (var left = length; left > 0 && !body.IsOverfull; )
        {
            var count = await TakeSome(left, total).ConfigureAwait(false);
            if (count == 0)
                throw new EndOfStreamException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{left} of {length} bytes of body (or chunk) are missing"
                    )
                );
            left -= count;
        }
    }

    private async ValueTask<int> TakeSome(long atMost, CancellationToken total)
    {
        var room = body.Room();
        if (room.Length > atMost)
            room = room[..(int)atMost];
        var count = await input.Read(room, total).ConfigureAwait(false);
        body.Took(count);
        return count;
    }
}
