using System.Net;

namespace Conformance.Engine.Http;

/// <summary>
/// The content of a request without a body. HttpClient sends a request without any content again, up to three times and
/// unseen, when the connection closes without a response (a DELETE would then meet its own success as a 404); with content,
/// even of no bytes, it never does. The <c>Content-Length: 0</c> that comes with it, and that no GET carries in the wild,
/// is taken off while the headers are written.
/// </summary>
internal sealed class NoBody : HttpContent
{
    internal static void TakeOffContentLength(HttpRequestMessage message)
    {
        if (message.Content is NoBody content)
            content.Headers.ContentLength = null;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
