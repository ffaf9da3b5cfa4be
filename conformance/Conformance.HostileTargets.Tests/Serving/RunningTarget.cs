using Conformance.Reference;

namespace Conformance.HostileTargets.Tests.Serving;

/// <summary>A hostile target that does its worst until it is disposed of.</summary>
internal sealed class RunningTarget : IAsyncDisposable
{
    private readonly RunningImplementation implementation;
    private readonly Gate? gate;

    private RunningTarget(RunningImplementation implementation, Gate? gate)
    {
        this.implementation = implementation;
        this.gate = gate;
    }

    /// <summary>Where it can be reached.</summary>
    public Uri BaseAddress => gate?.BaseAddress ?? implementation.BaseAddress;

    public static async Task<RunningTarget> StartAsync(HostileTarget target, CancellationToken ct)
    {
        var implementation = await target.StartAsync(ct);
        var gate = target.Gate is { } admits
            ? Gate.Before(implementation.BaseAddress, target.IsSecure, admits())
            : null;
        return new RunningTarget(implementation, gate);
    }

    public async ValueTask DisposeAsync()
    {
        if (gate is not null)
            await gate.DisposeAsync();
        await implementation.DisposeAsync();
    }
}
