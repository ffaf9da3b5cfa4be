using Conformance.Engine.Configuration;
using Conformance.Engine.Running;
using Conformance.Reference;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running;

/// <summary>A run keeps no more resources on the target than it is allowed, and tests the same.</summary>
public sealed class ResourceBoundTests
{
    [Theory]
    [InlineData(24, 1)]
    [InlineData(24, 16)]
    [InlineData(100, 16)]
    public async Task NoMoreDefinitionsExistThanAllowedAndTheSameRequestsAreSent(int most, int parallelism)
    {
        var definitions = new Counted();
        await using var server = await Started(definitions.Behaviour);
        var report = await KitRuns.OfNovaAct(
            server.BaseAddress,
            options => options with { Configuration = Allowing(options, most), Parallelism = parallelism }
        );
        var unbounded = await KitRuns.OfTheRightNovaAct();

        Assert.True(report.StrictExitCode() == 0, report.NotPassed());
        Assert.InRange(definitions.Highest, 2, most);
        Assert.Empty(definitions.Names);
        Assert.Equal(unbounded.RequestsDigest, report.RequestsDigest);
        // Names too short for the run's id are free again once they are deleted.
        Assert.InRange(report.Resources!.Created, unbounded.Resources!.Created, unbounded.Resources.Created + 40);
        Assert.InRange(report.Resources.Peak, 2, most);
    }

    [Fact]
    public async Task WithoutABoundFarFewerExistAtOnceThanAreMade()
    {
        var report = await KitRuns.OfTheRightNovaAct();
        Assert.InRange(report.Resources!.Peak, 2, report.Resources.Created / 4);
    }

    [Fact]
    public async Task WhatNeedsMoreThanAllowedIsSkippedAndSaysSo()
    {
        var definitions = new Counted();
        await using var server = await Started(definitions.Behaviour);
        var report = await KitRuns.OfNovaAct(
            server.BaseAddress,
            options => options with { Configuration = Allowing(options, 2), Parallelism = 4 }
        );

        Assert.Empty(report.Ids(Outcome.Failed));
        Assert.InRange(definitions.Highest, 1, 2);
        Assert.Contains(
            report.Verdicts,
            v =>
                v.Outcome == Outcome.Skipped
                && v.Reason!.StartsWith("limits.resources allows 2 ", StringComparison.Ordinal)
        );
    }

    private static RunConfiguration Allowing(RunOptions options, int most) =>
        options.Configuration with
        {
            Limits = options.Configuration.Limits with { Resources = most },
        };

    private static Task<ReferenceServer> Started(NovaActBehaviour behaviour) =>
        ReferenceServer.StartAsync(new ReferenceOptions { NovaAct = behaviour }, TestContext.Current.CancellationToken);

    /// <summary>Counts the definitions that exist, as the target sees them.</summary>
    private sealed class Counted
    {
        private readonly Lock gate = new();
        private readonly HashSet<string> names = new(StringComparer.Ordinal);

        public int Highest { get; private set; }

        public IReadOnlyCollection<string> Names => names;

        public NovaActBehaviour Behaviour => NovaActBehaviour.Correct with { Handle = Handle };

        private Response Handle(NovaActCall call)
        {
            lock (gate)
            {
                var response = NovaActBehaviour.Correct.Handle(call);
                if (call.Operation == NovaActOperation.CreateWorkflowDefinition && response.Status == 201)
                    names.Add(NameIn(call));
                if (call.Operation == NovaActOperation.DeleteWorkflowDefinition && response.Status == 202)
                    names.Remove(call.DefinitionName);
                Highest = Math.Max(Highest, names.Count);
                return response;
            }
        }

        private static string NameIn(NovaActCall call)
        {
            using var body = System.Text.Json.JsonDocument.Parse(call.Request.Body);
            return body.RootElement.GetProperty("name").GetString()!;
        }
    }
}
