using Conformance.Engine.Testing;
using Conformance.Reference;

namespace Conformance.XUnit.Tests;

/// <summary>The adaptor as its users have it: every requirement is a row of this project's own run.</summary>
public sealed class ReferenceConforms : ConformanceTests<ReferenceTarget>;

/// <summary>The reference server, hosted by the tests.</summary>
public sealed class ReferenceTarget : ConformanceTarget
{
    private ReferenceServer? server;

    public override Uri? Url => server?.BaseAddress;

    public override Profile Profile => Profile.Smoke;

    public override IReadOnlyList<string> Apis => ["nova-act", "bedrock-flows"];

    public override string ConfigurationFile => "reference.yaml";

    public override async ValueTask StartAsync(CancellationToken cancel) =>
        server = await ReferenceServer.StartAsync(new ReferenceOptions(), cancel);

    public override async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        await base.DisposeAsync();
    }
}
