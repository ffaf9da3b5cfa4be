namespace Conformance.Reference.Tests.NovaAct;

public sealed class ConcurrencyTests
{
    private const int Clients = 50;

    [Fact]
    public async Task FiftyClientsLoseNoRunAndDoubleNone()
    {
        const int runsOfEach = 20;
        await using var nova = await Emulator.WithDemoAsync();
        var ids = await AtOnceAsync(async _ =>
        {
            var created = new List<string>();
            for (var i = 0; i < runsOfEach; i++)
                created.Add((await nova.PutAsync(Valid.DemoRuns, Valid.Run)).Text("workflowRunId")!);
            return created;
        });
        var responded = ids.SelectMany(id => id).Order().ToArray();
        Assert.Equal(Clients * runsOfEach, responded.Distinct().Count());
        Assert.Equal(responded, (await AllRunsAsync(nova)).Order());
    }

    [Fact]
    public async Task TheSameRequestFiftyTimesAtOnceIsOneRun()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var replies = await AtOnceAsync(_ => nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token)));
        Assert.All(replies, reply => Assert.Equal(201, reply.Status));
        Assert.Equal(await AllRunsAsync(nova), replies.Select(r => r.Text("workflowRunId")!).Distinct());
    }

    [Fact]
    public async Task OneTokenWithFiftyDifferentRequestsAtOnceIsOneRunAndFortyNineConflicts()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var replies = await AtOnceAsync(i =>
            nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token, $"model{i}"))
        );
        Assert.Equal(1, replies.Count(r => r.Status == 201));
        Assert.Equal(Clients - 1, replies.Count(r => r.Status == 409));
        Assert.Single(await AllRunsAsync(nova));
    }

    [Fact]
    public async Task OneNameFiftyTimesAtOnceIsTakenOnce()
    {
        await using var nova = await Emulator.StartAsync();
        var replies = await AtOnceAsync(_ => nova.PutAsync(Valid.Definitions, """{"name":"demo"}"""));
        Assert.Equal(1, replies.Count(r => r.Status == 201));
        Assert.Equal(Clients - 1, replies.Count(r => r.Status == 409));
    }

    [Fact]
    public async Task OneDefinitionDeletedFiftyTimesAtOnceIsDeletedOnce()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var replies = await AtOnceAsync(_ => nova.DeleteAsync("/workflow-definitions/demo"));
        Assert.Equal(1, replies.Count(r => r.Status == 202));
        Assert.Equal(Clients - 1, replies.Count(r => r.Status == 404));
    }

    private static async Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> client)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clients = Enumerable
            .Range(0, Clients)
            .Select(async i =>
            {
                await start.Task;
                return await client(i);
            })
            .ToArray();
        start.SetResult();
        return await Task.WhenAll(clients);
    }

    private static async Task<List<string>> AllRunsAsync(Emulator nova)
    {
        var ids = new List<string>();
        for (var query = ""; ; )
        {
            var page = await nova.PostAsync(Valid.DemoRuns + query);
            var runs = page.Json.GetProperty("workflowRunSummaries").EnumerateArray();
            ids.AddRange(runs.Select(r => r.GetProperty("workflowRunId").GetString()!));
            if (page.Text("nextToken") is not { } token)
                return ids;
            query = $"?nextToken={token}";
        }
    }
}
