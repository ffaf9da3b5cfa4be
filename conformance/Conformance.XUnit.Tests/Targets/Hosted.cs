using Conformance.Engine.Testing;
using Conformance.Reference;
using Conformance.Reference.Mutants;

namespace Conformance.XUnit.Tests.Targets;

/// <summary>A reference server of the test's own, asked for few requirements.</summary>
internal abstract class Hosted : ConformanceTarget
{
    private ReferenceServer? server;

    public override Uri? Url => Address;

    public override Profile Profile => Profile.Smoke;

    public override long Seed => 7;

    public override string? RunId => "tests0";

    /// <summary>How often the target was stopped.</summary>
    public int Stops { get; private set; }

    protected Uri? Address => server?.BaseAddress;

    protected virtual ReferenceOptions Options => new();

    protected static ReferenceOptions Mutant(string name) => AllMutants.List.Single(m => m.Name == name).Change(new());

    public override async ValueTask StartAsync(CancellationToken cancel) =>
        server = await ReferenceServer.StartAsync(Options, cancel);

    public override async ValueTask DisposeAsync()
    {
        Stops++;
        if (server is not null)
            await server.DisposeAsync();
        await base.DisposeAsync();
    }
}
