using System.Globalization;
using System.Text;
using Conformance.Generators.Dimensions;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>The bytes of a request as they go into a socket.</summary>
internal static class RawRequest
{
    /// <summary>The bytes in the parts in which they go, one after the other; the first holds the head.</summary>
    internal static ImmutableArray<byte[]> Parts(WireRequest request, ImmutableArray<Header> lines)
    {
        var head = Head(request, lines);
        var body = request.Body ?? default;
        var half = body.Length / 2;
        return request.Framing switch
        {
            Framing.TwoSegments when half > 0 =>
            [
                [.. head, .. body.Span[..half]],
                body.Span[half..].ToArray(),
            ],
            Framing.ExpectContinue when body.Length > 0 => [head, body.ToArray()],
            Framing.Chunked when request.Body is not null =>
            [
                [.. head, .. Chunks(body.Span)],
            ],
            _ =>
            [
                [.. head, .. body.Span],
            ],
        };
    }

    private static byte[] Head(WireRequest request, ImmutableArray<Header> lines)
    {
        var bytes = new MemoryStream();
        Write(bytes, $"{request.Method} {request.Target} HTTP/1.1\r\n");
        foreach (var (name, value) in lines)
            Write(bytes, $"{name}: {value}\r\n");
        Write(bytes, "\r\n");
        return bytes.ToArray();
    }

    /// <summary>Two chunks of unlike sizes, so that whoever takes the first for all of the body has not got it.</summary>
    private static byte[] Chunks(ReadOnlySpan<byte> body)
    {
        var bytes = new MemoryStream();
        var first = body.Length / 3;
        foreach (var range in new[] { ..first, first.. })
        {
            var chunk = body[range];
            if (chunk.IsEmpty)
                continue;
            Write(bytes, string.Create(CultureInfo.InvariantCulture, $"{chunk.Length:x}\r\n"));
            bytes.Write(chunk);
            Write(bytes, "\r\n");
        }
        Write(bytes, "0\r\n\r\n");
        return bytes.ToArray();
    }

    // Latin-1 lets the caller send any byte; only text that it can't hold is taken for Unicode.
    private static void Write(MemoryStream bytes, string text)
    {
        var isLatin1 = !text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        bytes.Write((isLatin1 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text));
    }
}
