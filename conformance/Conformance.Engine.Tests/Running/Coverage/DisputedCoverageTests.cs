using Conformance.Engine.Testing;
using Conformance.Reference;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running.Coverage;

/// <summary>No value that is sent for a dispute is missing from the report's coverage.</summary>
public sealed class DisputedCoverageTests
{
    private const string Part = "/disputed/observed/";

    [Fact]
    public async Task EveryValueInDisputeStandsWithSomeConstraintOfItsMember()
    {
        await using var server = await ReferenceServer.StartAsync(new(), TestContext.Current.CancellationToken);
        var report = await KitRuns.Of(
            server.BaseAddress,
            o => o with { Profile = Profile.Standard, Selection = o.Selection with { Ids = ["*/disputed/observed"] } }
        );
        var observed = report.Observations.Where(o => o.Id.Contains(Part, StringComparison.Ordinal)).Select(o => o.Id);
        var covered = report
            .Coverage.SelectMany(c => c.Classes.Select(k => (c.Api, c.Operation, c.Member, Class: k)))
            .SelectMany(c => c.Class.Labels.Select(label => $"{c.Api}/{c.Operation}/{c.Member}{Part}{label}"))
            .ToHashSet();
        Assert.NotEmpty(covered);
        Assert.Empty(observed.Except(covered));
        Assert.All(report.Coverage.SelectMany(c => c.Classes), c => Assert.Equal(CoverageSide.Disputed, c.Side));
        Assert.All(report.Coverage.SelectMany(c => c.Classes), c => Assert.Equal(CoverageStanding.Tried, c.Standing));
    }
}
