using Conformance.Reference.Http;
using Conformance.Reference.Wire;

namespace Conformance.Reference;

/// <summary>An implementation that answers requests until it is disposed of.</summary>
public sealed class RunningImplementation : IAsyncDisposable
{
    private readonly ReferenceServer server;
    private readonly Front? front;

    private RunningImplementation(ReferenceServer server, Front? front, AwsCredentials? credentials)
    {
        this.server = server;
        this.front = front;
        Credentials = credentials;
    }

    /// <summary>Where it can be reached.</summary>
    public Uri BaseAddress => front?.BaseAddress ?? server.BaseAddress;

    /// <summary>The credentials that it asks for; null for none.</summary>
    public AwsCredentials? Credentials { get; }

    internal static async Task<RunningImplementation> StartAsync(Implementation implementation, CancellationToken ct)
    {
        var options = implementation.Apply(new ReferenceOptions());
        var server = await ReferenceServer.StartAsync(options, ct);
        var front = implementation.Wire() is { } passes ? Front.Before(server.BaseAddress, passes) : null;
        return new(server, front, options.Credentials);
    }

    /// <summary>Stops at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (front is not null)
            await front.DisposeAsync();
        await server.DisposeAsync();
    }
}
