using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Conformance.Reference.Http;

/// <summary>
/// Kestrel without a host around it: no configuration from outside, no log, no handling of signals, and it starts in
/// a fraction of the time. One port speaks HTTP/1.1 and HTTP/2.
/// </summary>
internal sealed class Listener : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private const int LongestHeadBytes = 64 * 1024;

    private readonly Handler respond;
    private readonly int largestBodyBytes;
    private readonly KestrelServer kestrel;

    private Listener(IPEndPoint endPoint, int largestBodyBytes, Handler respond)
    {
        this.respond = respond;
        this.largestBodyBytes = largestBodyBytes;
        var transport = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions()),
            NullLoggerFactory.Instance
        );
        kestrel = new KestrelServer(Options.Create(Settings(endPoint)), transport, NullLoggerFactory.Instance);
    }

    /// <summary>The port that is bound.</summary>
    public int Port => new Uri(kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port;

    public static async Task<Listener> StartAsync(
        IPEndPoint endPoint,
        int largestBodyBytes,
        Handler respond,
        CancellationToken ct
    )
    {
        var listener = new Listener(endPoint, largestBodyBytes, respond);
        try
        {
            await listener.kestrel.StartAsync(listener, ct);
            return listener;
        }
        catch (IOException e)
        {
            await listener.DisposeAsync();
            throw new IOException(
                $"expected {endPoint} to be free, got: {e.Message} Choose another port, or 0 for any.",
                e
            );
        }
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            var incoming = await IncomingReader.ReadAsync(context, largestBodyBytes);
            await SendAsync(context.Response, await respond(incoming, context.RequestAborted));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client has gone and there is nobody to respond to, or a stream has failed: it must not look complete.
            context.Abort();
        }
    }

    public void DisposeContext(HttpContext context, Exception? exception) { }

    public async ValueTask DisposeAsync()
    {
        // Connections that idle in a client's pool must not delay the end.
        await kestrel.StopAsync(new CancellationToken(canceled: true));
        kestrel.Dispose();
    }

    private static async Task SendAsync(HttpResponse wire, Response response)
    {
        wire.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
            wire.Headers.Append(name, value);
        if (response.Chunks is null)
            wire.ContentLength = response.Body.Length;
        if (HttpMethods.IsHead(wire.HttpContext.Request.Method))
            return;
        await wire.BodyWriter.WriteAsync(response.Body);
        if (response.Chunks is { } chunks)
            await StreamAsync(wire, chunks);
    }

    private static async Task StreamAsync(HttpResponse wire, IAsyncEnumerable<ReadOnlyMemory<byte>> chunks)
    {
        var aborted = wire.HttpContext.RequestAborted;
        // The status and the headers don't wait for the first part.
        await wire.BodyWriter.FlushAsync(aborted);
        await foreach (var chunk in chunks.WithCancellation(aborted))
            await wire.BodyWriter.WriteAsync(chunk, aborted);
    }

    private static KestrelServerOptions Settings(IPEndPoint endPoint)
    {
        // What comes through a front that ends TLS names https, and what comes without it http.
        var options = new KestrelServerOptions { AddServerHeader = false, AllowAlternateSchemes = true };
        // Long enough that a name of any plausible wrong length is rejected by us, with a body that says why.
        options.Limits.MaxRequestLineSize = LongestHeadBytes;
        options.Limits.MaxRequestHeadersTotalSize = LongestHeadBytes;
        options.Limits.Http2.MaxRequestHeaderFieldSize = LongestHeadBytes;
        options.Limits.MaxRequestBodySize = IncomingReader.LargestDiscardedBytes;
        var priorKnowledge = new PriorKnowledge(options.Limits.RequestHeadersTimeout, TimeProvider.System);
        options.Listen(
            endPoint,
            listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.Use(priorKnowledge.ChooseAsync);
            }
        );
        return options;
    }
}
