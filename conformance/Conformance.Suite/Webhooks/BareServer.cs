using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Conformance.Suite.Webhooks;

/// <summary>Kestrel without a host around it: no configuration from outside, no log, no handling of signals.</summary>
public sealed class BareServer : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly Func<HttpContext, Task> _attend;
    private readonly KestrelServer _kestrel;

    private BareServer(ReceiverOptions options, Func<HttpContext, Task> attend)
    {
        _attend = attend;
        var transport = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions()),
            NullLoggerFactory.Instance
        );
        _kestrel = new KestrelServer(Options.Create(Settings(options)), transport, NullLoggerFactory.Instance);
    }

    /// <summary>The address that is bound, as a URL.</summary>
    public Uri Address => new(_kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>Listens.</summary>
    /// <exception cref="IOException">The address can't be bound.</exception>
    public static async Task<BareServer> Start(
        ReceiverOptions options,
        Func<HttpContext, Task> attend,
        CancellationToken cancel
    )
    {
        var server = new BareServer(options, attend);
        try
        {
            await server._kestrel.StartAsync(server, cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => _attend(context);

    public void DisposeContext(HttpContext context, Exception? exception) { }

    public async ValueTask DisposeAsync()
    {
        // Connections that idle in the target's pool must not delay the end.
        await _kestrel.StopAsync(new CancellationToken(canceled: true));
        _kestrel.Dispose();
    }

    private static KestrelServerOptions Settings(ReceiverOptions options)
    {
        var settings = new KestrelServerOptions { AddServerHeader = false };
        settings.Limits.MaxConcurrentConnections = options.MostConnections;
        settings.Limits.MaxRequestBodySize = DeliveryReader.LargestReceivedBytes;
        // Whoever sends slowly is late, not wrong; the deadline of those who wait ends it.
        settings.Limits.MinRequestBodyDataRate = null;
        settings.Listen(options.Listen, listen => listen.Protocols = HttpProtocols.Http1);
        return settings;
    }
}
