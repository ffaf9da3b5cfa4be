using System.Text;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>The bytes of a request as they go into a socket.</summary>
internal static class RawRequest
{
    internal static byte[] Bytes(WireRequest request, ImmutableArray<Header> lines)
    {
        var bytes = new MemoryStream();
        Write(bytes, $"{request.Method} {request.Target} HTTP/1.1\r\n");
        foreach (var (name, value) in lines)
            Write(bytes, $"{name}: {value}\r\n");
        Write(bytes, "\r\n");
        bytes.Write((request.Body ?? default).Span);
        return bytes.ToArray();
    }

    // Latin-1 lets the caller send any byte; only text that it can't hold is taken for Unicode.
    private static void Write(MemoryStream bytes, string text)
    {
        var isLatin1 = !text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        bytes.Write((isLatin1 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text));
    }
}
