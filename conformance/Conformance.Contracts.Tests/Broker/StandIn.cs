using System.Collections.Concurrent;
using System.Text;
using Conformance.Engine.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Conformance.Contracts.Tests.Broker;

/// <summary>A Pact Broker as far as the kit knows it: resources by method and path, and a record of what was asked.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _resources = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private BareServer? _server;

    /// <summary>The Authorization header that is asked for; null for none.</summary>
    public string? Authorization { get; init; }

    /// <summary>Where it listens.</summary>
    public Uri Url => _server!.Address;

    /// <summary>What was asked: method, path and body, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public async Task<StandIn> Start()
    {
        var options = new ReceiverOptions { RunId = "" };
        _server = await BareServer.Start(options, Attend, TestContext.Current.CancellationToken);
        return this;
    }

    /// <summary>Adds a resource; <c>{url}</c> stands for the broker's own address.</summary>
    public StandIn With(string method, string path, string json)
    {
        _resources[$"{method} {path}"] = json;
        return this;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task Attend(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var call = $"{context.Request.Method} {context.Request.Path}";
        _asked.Enqueue($"{call} {await reader.ReadToEndAsync()}".TrimEnd());
        if (Authorization is not null && context.Request.Headers.Authorization != Authorization)
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (_resources.TryGetValue(call, out var json))
            await context.Response.WriteAsync(
                json.Replace("{url}", Url.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal)
            );
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
