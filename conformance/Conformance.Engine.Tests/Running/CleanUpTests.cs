using System.Net.Http.Json;
using System.Text.Json;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Reference;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running;

/// <summary>A run leaves a lasting target as it found it.</summary>
public sealed class CleanUpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingIsLeftOnTheTarget()
    {
        await using var server = await Started(NovaActBehaviour.Correct);
        var report = await KitRuns.OfNovaAct(server.BaseAddress);
        Assert.Empty(report.NotCleanedUp);
        Assert.Empty(await Names(server));
    }

    [Fact]
    public async Task WhatWasThereBeforeIsUntouched()
    {
        string[] before = ["a", "Z", "0", "-", "_", "bb", "e2ekit", "my-definition", new string('n', 40)];
        await using var server = await Started(NovaActBehaviour.Correct);
        foreach (var name in before)
            await Create(server, name);
        var report = await KitRuns.OfNovaAct(server.BaseAddress);
        Assert.True(report.StrictExitCode() == 0, report.NotPassed());
        Assert.Equal(before.Order(StringComparer.Ordinal), await Names(server));
    }

    [Fact]
    public async Task WhatWasThereBeforeIsUntouchedWhereDuplicatesAreAccepted()
    {
        string[] before = [.. Enumerable.Range('a', 26).Select(c => ((char)c).ToString()), "-", "_", "0", "7"];
        var lax = NovaActBehaviour.Correct with
        {
            Finish = (operation, response) =>
                operation == NovaActOperation.CreateWorkflowDefinition && response.Status == 409
                    ? Response.Json(201, writer => writer.WriteString("status", "ACTIVE"))
                    : response,
        };
        await using var server = await Started(lax);
        foreach (var name in before)
            await Create(server, name);
        await KitRuns.OfNovaAct(server.BaseAddress);
        Assert.Superset(before.ToHashSet(), (await Names(server)).ToHashSet());
    }

    [Fact]
    public async Task TwoRunsOfOneTargetDoNotMeet()
    {
        await using var server = await Started(NovaActBehaviour.Correct);
        var reports = await Task.WhenAll(
            KitRuns.OfNovaAct(server.BaseAddress, options => options with { RunId = "one" }),
            KitRuns.OfNovaAct(server.BaseAddress, options => options with { RunId = "two" })
        );
        Assert.All(reports, report => Assert.True(report.Ids(Outcome.Failed).IsEmpty, report.NotPassed()));
        Assert.Empty(await Names(server));
    }

    [Fact]
    public async Task WhatCannotBeDeletedIsReported()
    {
        await using var server = await Started(
            NovaActBehaviour.Correct with
            {
                Route = (method, target) =>
                    method == "DELETE"
                        ? new Routed(null, new Rejection(405, "MethodNotAllowedException", "no deleting here"))
                        : NovaActBehaviour.Correct.Route(method, target),
            }
        );
        var report = await KitRuns.OfNovaAct(server.BaseAddress);
        Assert.Equal(0, report.ExitCode());
        var left = report.NotCleanedUp.Where(l => l.StartsWith("CreateWorkflowDefinition ", StringComparison.Ordinal));
        Assert.Equal(await Names(server), left.Select(l => l.Split(' ')[1]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ACancelledRunTellsWhatItLeftOutAndCleansUp()
    {
        await using var server = await Started(NovaActBehaviour.Correct);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var judged = 0;
        var report = await KitRuns.Of(
            server.BaseAddress,
            null,
            new Told(e =>
            {
                if (e is RequirementJudged && Interlocked.Increment(ref judged) == 60)
                    cancel.Cancel();
            }),
            cancel.Token
        );
        Assert.NotNull(report.IncompleteBecause);
        Assert.Equal(3, report.ExitCode());
        Assert.Equal(KitRuns.Everything.Sum(p => p.Requirements.Length), report.Verdicts.Length);
        Assert.Contains(report.Verdicts, v => v.Skip == SkipReason.Interrupted);
        Assert.Contains(report.Verdicts, v => v.Outcome == Outcome.Passed);
        Assert.True(report.NotCleanedUp.IsEmpty, string.Join('\n', report.NotCleanedUp));
        Assert.Empty(await Names(server));
    }

    [Fact]
    public async Task ANameThatWasBrokenOnPurposeNeedsNoCleanUpWhereItsResponseWasLost()
    {
        await using var server = await Started(NovaActBehaviour.Correct);
        using var losing = new LosesResponsesToLongNames();
        var report = await KitRuns.Of(
            server.BaseAddress,
            options => options with { Handler = losing, Selection = new Selection([], [], ["*/name/maxLength/*"]) }
        );
        Assert.True(losing.Lost > 0);
        Assert.Empty(report.NotCleanedUp);
    }

    [Fact]
    public async Task WhereNobodyListensNothingIsLeft()
    {
        Uri nobody;
        await using (var gone = await Started(NovaActBehaviour.Correct))
            nobody = gone.BaseAddress;
        var report = await KitRuns.OfNovaAct(nobody);
        Assert.Equal(3, report.ExitCode());
        Assert.Empty(report.NotCleanedUp);
    }

    [Fact]
    public async Task ARunThatIsCancelledBeforeItBeginsSendsNothing()
    {
        await using var server = await Started(NovaActBehaviour.Correct);
        var report = await KitRuns.Of(server.BaseAddress, null, null, new CancellationToken(canceled: true));
        Assert.Equal(0, report.Requests);
        Assert.All(report.Verdicts, v => Assert.Equal(SkipReason.Interrupted, v.Skip));
        Assert.Equal(3, report.ExitCode());
    }

    private static Task<ReferenceServer> Started(NovaActBehaviour behaviour) =>
        ReferenceServer.StartAsync(new ReferenceOptions { NovaAct = behaviour }, Stop);

    private static async Task Create(ReferenceServer server, string name)
    {
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        using var response = await client.PutAsJsonAsync("workflow-definitions", new { name }, Stop);
        response.EnsureSuccessStatusCode();
    }

    private static async Task<List<string>> Names(ReferenceServer server)
    {
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        var names = new List<string>();
        for (var next = ""; ; )
        {
            using var response = await client.PostAsJsonAsync(
                $"workflow-definitions?maxResults=100{next}",
                new { },
                Stop
            );
            var page = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
            names.AddRange(
                page.GetProperty("workflowDefinitionSummaries")
                    .EnumerateArray()
                    .Select(d => d.GetProperty("workflowDefinitionName").GetString()!)
            );
            if (!page.TryGetProperty("nextToken", out var token))
                return [.. names.Order(StringComparer.Ordinal)];
            next = $"&nextToken={Uri.EscapeDataString(token.GetString()!)}";
        }
    }

    private sealed class LosesResponsesToLongNames() : DelegatingHandler(new SocketsHttpHandler())
    {
        private int lost;

        public int Lost => lost;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            if (request.Method != HttpMethod.Put)
                return await base.SendAsync(request, ct);
            var body = await request.Content!.ReadFromJsonAsync<JsonElement>(ct);
            if (body.ValueKind != JsonValueKind.Object || body.GetProperty("name").GetString()!.Length <= 40)
                return await base.SendAsync(request, ct);
            Interlocked.Increment(ref lost);
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "lost");
        }
    }

    private sealed class Told(Action<RunEvent> told) : IProgress<RunEvent>
    {
        public void Report(RunEvent value) => told(value);
    }
}
