using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using Conformance.Reports;
using RestSharp;

namespace Conformance.Engine.Http;

/// <summary>
/// Requests through RestSharp, with everything switched off that would change them or hide what came: redirects, cookies,
/// proxies, decompression, the rewriting of paths, and HttpClient's own repeats.
/// </summary>
internal sealed class RestSharpTransport : ITransport
{
    private static readonly Uri AnyBase = new("http://localhost/");

    private readonly TargetClientOptions options;
    private readonly TimeProvider time;
    private readonly RestClient client;
    private readonly bool hasSockets;
    private readonly ConcurrentBag<RestSharpLane> idle = [];

    /// <param name="options">Limits and headers.</param>
    /// <param name="time">The clock for timeouts and durations.</param>
    /// <param name="handler">What carries the requests instead of sockets; it stays the caller's.</param>
    public RestSharpTransport(TargetClientOptions options, TimeProvider time, HttpMessageHandler? handler = null)
    {
        options.ThrowIfOutOfRange();
        this.options = options;
        this.time = time;
        hasSockets = handler is null;
        var http = new HttpClient(handler ?? SocketsThatLeaveThingsAlone(options), disposeHandler: handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client = new RestClient(http, ClientOptions(), disposeHttpClient: true);
    }

    /// <inheritdoc/>
    public async Task<Exchange> Send(Uri baseUrl, WireRequest request, CancellationToken cancellation) =>
        (await Try(baseUrl, request, cancellation)).Exchange;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var lane in idle)
            lane.Dispose();
        client.Dispose();
    }

    internal async Task<Attempt> Try(Uri baseUrl, WireRequest request, CancellationToken cancellation)
    {
        var lines = HeaderLines.Complete(request, baseUrl, options, closes: false);
        var sent = HeaderLines.Record(request, baseUrl, options, lines);
        if (!idle.TryTake(out var lane))
            lane = new RestSharpLane(client, options, time, hasSockets);
        try
        {
            return await lane.Send(sent, request, cancellation);
        }
        finally
        {
            idle.Add(lane);
        }
    }

    // The total time and everything else about a request is the lane's: what RestSharp would add is switched off.
    private static RestClientOptions ClientOptions() =>
        new(AnyBase)
        {
            FollowRedirects = false,
            AutomaticDecompression = DecompressionMethods.None,
            DisableCharset = true,
            Expect100Continue = false,
            SetErrorExceptionOnUnsuccessfulStatusCode = false,
            UserAgent = null,
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>The handler that the requests go through; its connections are sockets unless a test has something else.</summary>
    internal static SocketsHttpHandler SocketsThatLeaveThingsAlone(TargetClientOptions options) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // The library would ask a proxy for http requests themselves; the tunnel is ours, where there is one.
            UseProxy = false,
            ConnectCallback = Connecting.Callback(options.Proxy),
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            // Body over the limit: drop the connection instead of reading on.
            MaxResponseDrainSize = 0,
            ConnectTimeout = Connecting.TimeAllowed(options),
            // Below the keep-alive of common servers, so that few requests meet a connection that is just being closed.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = Connecting.CertificateCheck(options),
            },
            RequestHeaderEncodingSelector = static (_, message) =>
            {
                NoBody.TakeOffContentLength(message);
                return null;
            },
        };
}
