using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Conformance.Engine.Webhooks;

/// <summary>Kestrel without a host around it: no configuration from outside, no log, no handling of signals.</summary>
internal sealed class BareServer : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly Func<HttpContext, Task> _attend;
    private readonly KestrelServer _kestrel;

    private BareServer(
        ReceiverOptions options,
        Func<HttpContext, Task> attend,
        Func<ConnectionContext, Func<Task>, Task>? admit
    )
    {
        _attend = attend;
        var transport = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions()),
            NullLoggerFactory.Instance
        );
        _kestrel = new KestrelServer(Options.Create(Settings(options, admit)), transport, NullLoggerFactory.Instance);
    }

    /// <summary>The address that is bound, as a URL.</summary>
    public Uri Address => new(_kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>Listens.</summary>
    /// <param name="options">Where, and how much is taken.</param>
    /// <param name="attend">Responds to one request.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <param name="admit">Decides on each connection, and serves it; null where only their number is bounded.</param>
    /// <exception cref="IOException">The address can't be bound.</exception>
    public static async Task<BareServer> Start(
        ReceiverOptions options,
        Func<HttpContext, Task> attend,
        CancellationToken cancel,
        Func<ConnectionContext, Func<Task>, Task>? admit = null
    )
    {
        var server = new BareServer(options, attend, admit);
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

    private static KestrelServerOptions Settings(
        ReceiverOptions options,
        Func<ConnectionContext, Func<Task>, Task>? admit
    )
    {
        var settings = new KestrelServerOptions { AddServerHeader = false };
        settings.Limits.MaxConcurrentConnections = admit is null ? options.MostConnections : null;
        settings.Limits.MaxRequestBodySize = DeliveryReader.LargestReceivedBytes;
        // What nobody reads is held for each connection, and there may be many.
        settings.Limits.MaxRequestBufferSize = 64 * 1024;
        // Whoever sends slowly is late, not wrong; whoever reads has a deadline.
        settings.Limits.MinRequestBodyDataRate = null;
        settings.Listen(
            options.Listen,
            listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (admit is not null)
                    listen.Use(next => connection => admit(connection, () => next(connection)));
            }
        );
        return settings;
    }
}
