namespace Conformance.Reference.Tests.NovaAct;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task TheSameRunAskedForTwiceIsOneRun()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var first = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        var second = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        Assert.Equal(201, second.Status);
        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Equal(1, await CountRunsAsync(nova));
    }

    [Theory]
    [InlineData("""{ "clientInfo" : {"compatibilityVersion":1.0}, "clientToken":"TOKEN",  "modelId":"\u006d"}""")]
    [InlineData(
        """{"modelId":"m","clientInfo":{"compatibilityVersion":1,"sdkVersion":null},"clientToken":"TOKEN","x":1}"""
    )]
    public async Task AnotherSpellingOfTheSameParametersIsTheSameRequest(string body)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var first = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        var second = await nova.PutAsync(Valid.DemoRuns, body.Replace("TOKEN", Valid.Token, StringComparison.Ordinal));
        Assert.Equal(first.Text("workflowRunId"), second.Text("workflowRunId"));
    }

    [Theory]
    [InlineData("""{"modelId":"n","clientInfo":{"compatibilityVersion":1},"clientToken":"TOKEN"}""")]
    [InlineData("""{"modelId":"m","clientInfo":{"compatibilityVersion":2},"clientToken":"TOKEN"}""")]
    [InlineData("""{"modelId":"m","clientInfo":{"compatibilityVersion":1,"sdkVersion":"1"},"clientToken":"TOKEN"}""")]
    [InlineData("""{"modelId":"m","clientInfo":{"compatibilityVersion":1},"logGroupName":"g","clientToken":"TOKEN"}""")]
    public async Task ATokenWithOtherParametersIsAConflict(string body)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var first = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        var other = await nova.PutAsync(Valid.DemoRuns, body.Replace("TOKEN", Valid.Token, StringComparison.Ordinal));
        Assert.Equal((409, "ConflictException"), (other.Status, other.Error));
        Assert.Equal(
            (first.Text("workflowRunId"), "WorkflowRun"),
            (other.Text("resourceId"), other.Text("resourceType"))
        );
        Assert.Equal(1, await CountRunsAsync(nova));
    }

    [Theory]
    [InlineData("0123456789-0123456789-0123456789-abC")]
    [InlineData("0123456789-0123456789-0123456789-abcd")]
    public async Task TokensAreComparedWholeAndWithTheirCase(string other)
    {
        await using var nova = await Emulator.WithDemoAsync();
        await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        Assert.Equal(201, (await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(other))).Status);
        Assert.Equal(2, await CountRunsAsync(nova));
    }

    [Fact]
    public async Task ATokenOfARejectedRequestIsNotSpent()
    {
        await using var nova = await Emulator.WithDemoAsync();
        Assert.Equal(400, (await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token, ""))).Status);
        Assert.Equal(201, (await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token, "other"))).Status);
    }

    [Fact]
    public async Task ATokenIsScopedToTheOperationAndTheDefinition()
    {
        await using var nova = await Emulator.StartAsync();
        Assert.Equal(201, (await CreateAsync(nova, "demo", Valid.Token)).Status);
        Assert.Equal(201, (await CreateAsync(nova, "twin", null)).Status);
        var one = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        var two = await nova.PutAsync("/workflow-definitions/twin/workflow-runs", Valid.RunWithToken(Valid.Token));
        Assert.Equal((201, 201), (one.Status, two.Status));
        Assert.NotEqual(one.Text("workflowRunId"), two.Text("workflowRunId"));
    }

    [Fact]
    public async Task TheSameDefinitionAskedForTwiceIsOneDefinition()
    {
        await using var nova = await Emulator.StartAsync();
        var first = await CreateAsync(nova, "demo", Valid.Token);
        var second = await CreateAsync(nova, "demo", Valid.Token);
        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.Equal(first.Bytes, second.Bytes);
    }

    [Fact]
    public async Task ADefinitionsTokenWithAnotherNameIsAConflictAndMakesNothing()
    {
        await using var nova = await Emulator.StartAsync();
        await CreateAsync(nova, "demo", Valid.Token);
        var other = await CreateAsync(nova, "other", Valid.Token);
        Assert.Equal((409, "ConflictException"), (other.Status, other.Error));
        Assert.Equal(404, (await nova.GetAsync("/workflow-definitions/other")).Status);
    }

    [Fact]
    public async Task AFreshTokenDoesNotFreeATakenNameAndIsNotSpentByIt()
    {
        await using var nova = await Emulator.WithDemoAsync();
        Assert.Equal(409, (await CreateAsync(nova, "demo", Valid.Token)).Status);
        Assert.Equal(201, (await CreateAsync(nova, "other", Valid.Token)).Status);
    }

    [Fact]
    public async Task ADefinitionsTokensEndWithIt()
    {
        await using var nova = await Emulator.StartAsync();
        await CreateAsync(nova, "demo", Valid.Token);
        var before = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        Assert.Equal(202, (await nova.DeleteAsync("/workflow-definitions/demo")).Status);
        Assert.Equal(201, (await CreateAsync(nova, "demo", Valid.Token)).Status);
        Assert.Equal(0, await CountRunsAsync(nova));
        var after = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        Assert.NotEqual(before.Text("workflowRunId"), after.Text("workflowRunId"));
    }

    [Fact]
    public async Task ADeletedRunIsNotStartedAgainByALateRepetition()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var first = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        await nova.DeleteAsync($"{Valid.DemoRuns}/{first.Text("workflowRunId")}");
        var late = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        Assert.Equal(first.Bytes, late.Bytes);
        Assert.Equal(0, await CountRunsAsync(nova));
    }

    private static Task<Reply> CreateAsync(Emulator nova, string name, string? token) =>
        nova.PutAsync(
            Valid.Definitions,
            $$"""{"name":"{{name}}","clientToken":{{(token is null ? "null" : Valid.Quoted(token))}}}"""
        );

    private static async Task<int> CountRunsAsync(Emulator nova) =>
        (await nova.PostAsync(Valid.DemoRuns)).Json.GetProperty("workflowRunSummaries").GetArrayLength();
}
