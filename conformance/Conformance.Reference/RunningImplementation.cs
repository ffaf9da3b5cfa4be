using Conformance.Reference.Wire;

namespace Conformance.Reference;

/// <summary>An implementation that serves requests until it is disposed of.</summary>
public sealed class RunningImplementation : IAsyncDisposable
{
    private readonly ReferenceServer server;
    private readonly IFront? front;
    private readonly ReferenceOptions options;

    private RunningImplementation(ReferenceServer server, IFront? front, ReferenceOptions options)
    {
        this.server = server;
        this.front = front;
        this.options = options;
    }

    /// <summary>Where it can be reached.</summary>
    public Uri BaseAddress => front?.BaseAddress ?? server.BaseAddress;

    /// <summary>
    /// What it asks for as credentials, by the environment variable that its configuration names: the two halves of a key
    /// pair as AWS names them, or <c>API_TOKEN</c>. Null for anything else, and for what it does not ask for.
    /// </summary>
    public string? Secret(string variable) =>
        variable switch
        {
            "AWS_ACCESS_KEY_ID" => options.Credentials?.AccessKeyId,
            "AWS_SECRET_ACCESS_KEY" => options.Credentials?.SecretAccessKey,
            "API_TOKEN" => options.PennsieveOptions.BearerToken,
            _ => null,
        };

    internal static async Task<RunningImplementation> StartAsync(Implementation implementation, CancellationToken ct)
    {
        var options = implementation.Change(new ReferenceOptions());
        var server = await ReferenceServer.StartAsync(options, ct);
        return new(server, FrontOf(implementation, server, options), options);
    }

    private static IFront? FrontOf(Implementation implementation, ReferenceServer server, ReferenceOptions options) =>
        implementation.IsBehindTls ? TlsFront.Before(server.BaseAddress, options.Time)
        : implementation.Wire?.Invoke() is { } passes ? Front.Before(server.BaseAddress, passes)
        : null;

    /// <summary>Stops at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (front is not null)
            await front.DisposeAsync();
        await server.DisposeAsync();
    }
}
