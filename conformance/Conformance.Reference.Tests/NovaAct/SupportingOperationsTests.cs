using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Conformance.Reference.Tests.NovaAct;

public sealed class SupportingOperationsTests
{
    private const string Unknown = "00000000-0000-0000-0000-000000000000";
    private static readonly DateTimeOffset Start = new(2030, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    [Fact]
    public async Task ADefinitionComesBackAsItWasMade()
    {
        await using var nova = await Emulator.StartAsync(AtStart());
        var whole =
            """{"name":"demo","description":"é\u0000","exportConfig":{"s3BucketName":"bucket","s3KeyPrefix":"a/b"}}""";
        await nova.PutAsync(Valid.Definitions, whole);
        await nova.PutAsync(Valid.Definitions, """{"name":"bare"}""");
        AssertJson(
            """
            {"name":"demo","arn":"arn:aws:nova-act:eu-west-1:123456789012:workflow-definition/demo",
             "createdAt":"2030-01-02T03:04:05.678Z","status":"ACTIVE","description":"é\u0000",
             "exportConfig":{"s3BucketName":"bucket","s3KeyPrefix":"a/b"}}
            """,
            await nova.GetAsync("/workflow-definitions/demo")
        );
        AssertJson(
            """
            {"name":"bare","arn":"arn:aws:nova-act:eu-west-1:123456789012:workflow-definition/bare",
             "createdAt":"2030-01-02T03:04:05.678Z","status":"ACTIVE"}
            """,
            await nova.GetAsync("/workflow-definitions/bare")
        );
    }

    [Fact]
    public async Task DefinitionsAreListedInShort()
    {
        await using var nova = await Emulator.WithDemoAsync(AtStart());
        AssertJson(
            """
            {"workflowDefinitionSummaries":[{
              "workflowDefinitionArn":"arn:aws:nova-act:eu-west-1:123456789012:workflow-definition/demo",
              "workflowDefinitionName":"demo","createdAt":"2030-01-02T03:04:05.678Z","status":"ACTIVE"}]}
            """,
            await nova.PostAsync(Valid.Definitions)
        );
    }

    [Fact]
    public async Task ARunComesBackAsItWasMadeAndAsItEnded()
    {
        await using var nova = await Emulator.WithDemoAsync(AtStart());
        await nova.PutAsync(Valid.DemoRuns, Valid.RunWith("logGroupName", "\"/g\""));
        var run = $"{Valid.DemoRuns}/{Unknown}";
        var common = $$"""
            "workflowRunArn":"arn:aws:nova-act:eu-west-1:123456789012:workflow-definition/demo/workflow-run/{{Unknown}}",
            "workflowRunId":"{{Unknown}}","startedAt":"2030-01-02T03:04:05.678Z"
            """;
        AssertJson($$"""{{{common}},"status":"RUNNING","modelId":"m","logGroupName":"/g"}""", await nova.GetAsync(run));
        AssertJson("""{"status":"SUCCEEDED"}""", await nova.PutAsync(run, """{"status":"SUCCEEDED"}"""));
        var ended = $$"""{{common}},"status":"SUCCEEDED","endedAt":"2030-01-02T03:04:05.678Z" """;
        AssertJson($$"""{{{ended}},"modelId":"m","logGroupName":"/g"}""", await nova.GetAsync(run));
        AssertJson($$"""{"workflowRunSummaries":[{{{ended}}}]}""", await nova.PostAsync(Valid.DemoRuns));
    }

    [Theory]
    [InlineData("RUNNING", "RUNNING", 200)]
    [InlineData("RUNNING", "TIMED_OUT", 200)]
    [InlineData("FAILED", "FAILED", 200)]
    [InlineData("FAILED", "SUCCEEDED", 400)]
    [InlineData("SUCCEEDED", "RUNNING", 400)]
    public async Task ARunThatHasEndedKeepsItsStatus(string first, string second, int expected)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var run = $"{Valid.DemoRuns}/{(await nova.PutAsync(Valid.DemoRuns, Valid.Run)).Text("workflowRunId")}";
        Assert.Equal(200, (await nova.PutAsync(run, $$"""{"status":"{{first}}"}""")).Status);
        var reply = await nova.PutAsync(run, $$"""{"status":"{{second}}"}""");
        Assert.Equal(expected, reply.Status);
        Assert.Equal(expected == 200 ? null : "InvalidStatus", reply.Text("reason"));
        Assert.Equal(expected == 200 ? second : first, (await nova.GetAsync(run)).Text("status"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"status":null}""")]
    [InlineData("""{"status":"running"}""")]
    [InlineData("""{"status":"DELETING"}""")]
    [InlineData("""{"status":1}""")]
    public async Task AnIllegalStatusIsRejectedByItsName(string body)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var run = $"{Valid.DemoRuns}/{(await nova.PutAsync(Valid.DemoRuns, Valid.Run)).Text("workflowRunId")}";
        var reply = await nova.PutAsync(run, body);
        Assert.Equal((400, "status"), (reply.Status, reply.Fields));
        Assert.Equal("RUNNING", (await nova.GetAsync(run)).Text("status"));
    }

    [Fact]
    public async Task ADeletedRunIsGone()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var run = $"{Valid.DemoRuns}/{(await nova.PutAsync(Valid.DemoRuns, Valid.Run)).Text("workflowRunId")}";
        var deleted = await nova.DeleteAsync(run);
        Assert.Equal(202, deleted.Status);
        AssertJson("""{"status":"DELETING"}""", deleted);
        Assert.Equal(404, (await nova.GetAsync(run)).Status);
        Assert.Equal(404, (await nova.DeleteAsync(run)).Status);
    }

    [Fact]
    public async Task ADeletedDefinitionTakesItsRunsWithIt()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var run = $"{Valid.DemoRuns}/{(await nova.PutAsync(Valid.DemoRuns, Valid.Run)).Text("workflowRunId")}";
        AssertJson("""{"status":"DELETING"}""", await nova.DeleteAsync("/workflow-definitions/demo"));
        Assert.Equal("WorkflowDefinition", (await nova.GetAsync(run)).Text("resourceType"));
        Assert.Equal(201, (await nova.PutAsync(Valid.Definitions, """{"name":"demo"}""")).Status);
        Assert.Equal("WorkflowRun", (await nova.GetAsync(run)).Text("resourceType"));
    }

    [Theory]
    [InlineData("GET", "", "")]
    [InlineData("DELETE", "", "")]
    [InlineData("POST", "/workflow-runs", "")]
    [InlineData("GET", "/workflow-runs/" + Unknown, "")]
    [InlineData("DELETE", "/workflow-runs/" + Unknown, "")]
    [InlineData("PUT", "/workflow-runs/" + Unknown, """{"status":"FAILED"}""")]
    public async Task WhatDoesNotExistIsNotFound(string method, string path, string body)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var bytes = Encoding.UTF8.GetBytes(body);
        var reply = await nova.SendAsync(method, $"/workflow-definitions/other{path}", bytes);
        Assert.Equal((404, "ResourceNotFoundException"), (reply.Status, reply.Error));
        Assert.Equal(("other", "WorkflowDefinition"), (reply.Text("resourceId"), reply.Text("resourceType")));
        if (!path.EndsWith(Unknown, StringComparison.Ordinal))
            return;
        var run = await nova.SendAsync(method, $"/workflow-definitions/demo{path}", bytes);
        Assert.Equal((404, Unknown, "WorkflowRun"), (run.Status, run.Text("resourceId"), run.Text("resourceType")));
    }

    private static ReferenceOptions AtStart() =>
        new()
        {
            Region = "eu-west-1",
            AccountId = "123456789012",
            Time = new FakeTimeProvider(Start),
            NewRunId = () => Guid.Empty,
        };

    private static void AssertJson(string expected, Reply reply) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(reply.Bytes)),
            $"expected {expected}, got {reply.Json}"
        );
}
