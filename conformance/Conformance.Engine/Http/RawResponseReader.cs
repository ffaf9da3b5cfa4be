using System.Globalization;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>Reads one HTTP/1.x response (RFC 9112) from a stream, leniently in layout and within limits.</summary>
internal sealed class RawResponseReader(Stream stream, BodyIntake body)
{
    private readonly RawLines input = new(stream);
    private readonly TaskCompletionSource continued = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the server asks for the body (100 Continue).</summary>
    internal Task Continued => continued.Task;

    /// <summary>Head of the final response; null before it came.</summary>
    internal ResponseHead? Head { get; private set; }

    internal string Came =>
        Head is not null ? body.Came(Head)
        : input.HasAny ? "a part of a head"
        : "nothing";

    /// <summary>What of the response came before it broke off, where it is a stream; else null.</summary>
    internal ReceivedResponse? Broken(TransportFailure brokenOff) =>
        Head is not null && body.IsStream ? body.Response(Head, brokenOff) : null;

    internal async Task<ReceivedResponse> Read(WireRequest request, CancellationToken total)
    {
        ResponseHead head;
        do
        {
            var status = RawHead.Status(await input.StatusLine(total));
            head = new ResponseHead(status, await ReadHeaders(total));
            if (status == 100)
                continued.TrySetResult();
        } while (head.Status is < 200 and not 101);
        Head = head;
        body.Expect(Streaming.Is(request, head));
        if (!head.EndsTheResponse(request.Method))
            await ReadBody(head.Headers);
        return body.Response(head, brokenOff: null);
    }

    private async Task<ImmutableArray<Header>> ReadHeaders(CancellationToken total)
    {
        var lines = ImmutableArray.CreateBuilder<Header>();
        for (var line = await input.Line(total); line.Length > 0; line = await input.Line(total))
            RawHead.Add(lines, line);
        return lines.ToImmutable();
    }

    private async Task ReadBody(ImmutableArray<Header> headers)
    {
        if (RawHead.IsChunked(headers))
            await ReadChunks();
        else if (RawHead.ContentLength(headers) is { } length)
            await Take(length);
        else
            while (!body.IsOverfull && await body.Take(input.Read) > 0) { }
    }

    private async Task ReadChunks()
    {
        while (!body.IsOverfull)
        {
            var size = RawHead.ChunkSize(await input.Line(body.Patience));
            if (size == 0)
            {
                await ReadHeaders(body.Patience);
                return;
            }
            await Take(size);
            if (!body.IsOverfull && await input.Line(body.Patience) is { Length: > 0 } rest)
                throw new MalformedResponseException(
                    $"expected a line end after a chunk of {size} bytes, got {RawHead.Shown(rest)}"
                );
        }
    }

    private async Task Take(long length)
    {
        for (var left = length; left > 0 && !body.IsOverfull; )
        {
            var count = await body.Take(input.Read, left);
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
}
