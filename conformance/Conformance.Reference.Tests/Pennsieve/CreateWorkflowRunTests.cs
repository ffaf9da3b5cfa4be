using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Tests.Pennsieve;

public sealed class CreateWorkflowRunTests
{
    public static TheoryData<string, string?> Accepted =>
        new()
        {
            { "workflowInstanceId", Valid.Quoted(Offered.InstanceId) },
            { "workflowInstanceConfiguration", "null" },
            { "name", "null" },
            { "name", "\"any text: é \\u0000 /\"" },
            { "dataSources", "null" },
            { "dataSources", "{}" },
            { "dataSources", """{"source-1":{}}""" },
            { "dataSources", """{"source-2":{"files":["a"]},"source-1":{"packages":{}}}""" },
            { "dataTargets", "{}" },
            { "dataTargets", """{"target-1":{"folder":"results"}}""" },
            { "processorParams", """{"processor-1":{"threads":4},"processor-2":{}}""" },
            { "processorParams", """{"processor-1":{"outcome":7}}""" },
            { "tags", """{"processor-1":"v2"}""" },
            { "tags", """{"processor-1":"v2","processor-2":"sha-0123"}""" },
            { "layers", "null" },
            { "layers", "[]" },
            { "layers", """["layer-ready"]""" },
            { "layers", """["layer-ready","layer-ready-2"]""" },
            { "completionCallbackUrl", "null" },
            { "completionCallbackUrl", "\"http://127.0.0.1:9/\"" },
            { "completionCallbackUrl", "\"https://[::1]:9/a?b=c#d\"" },
            { "completionCallbackContext", "null" },
            { "completionCallbackContext", "[1]" },
            { "completionCallbackContext", "{}" },
            { "executionBudgetUsd", "null" },
            { "executionBudgetUsd", "0" },
            { "executionBudgetUsd", "0.5" },
            { "executionBudgetUsd", "1e3" },
            { "executionBudgetUsd", "12345678901234567890" },
            { "unheardOf", "[]" },
        };

    public static TheoryData<string, string?> Rejected =>
        new()
        {
            { "workflowInstanceId", "\"\"" },
            { "workflowInstanceId", "1" },
            { "workflowInstanceId", "{}" },
            { "workflowInstanceId", "\"11111111222243338444555555555555\"" },
            { "workflowInstanceId", "\"{11111111-2222-4333-8444-555555555555}\"" },
            { "workflowInstanceId", "\" 11111111-2222-4333-8444-555555555555\"" },
            { "workflowInstanceId", "\"1111111g-2222-4333-8444-555555555555\"" },
            { "workflowInstanceId", "\"+1111111-2222-4333-8444-555555555555\"" },
            { "workflowInstanceConfiguration", "[]" },
            { "workflowInstanceConfiguration", "\"a\"" },
            { "name", "1" },
            { "name", "{}" },
            { "dataSources", "[]" },
            { "dataSources", "\"source-1\"" },
            { "dataSources", """{"source-1":1}""" },
            { "dataTargets", "true" },
            { "dataTargets", """{"target-1":"results"}""" },
            { "processorParams", "1" },
            { "processorParams", """{"processor-1":[]}""" },
            { "tags", "\"v2\"" },
            { "tags", """{"processor-1":2}""" },
            { "tags", """{"processor-1":{"tag":"v2"}}""" },
            { "layers", "\"layer-ready\"" },
            { "layers", "{}" },
            { "layers", "[1]" },
            { "layers", """["layer-ready",null]""" },
            { "completionCallbackUrl", "1" },
            { "completionCallbackUrl", "\"\"" },
            { "completionCallbackUrl", "\"/hook\"" },
            { "completionCallbackUrl", "\"example.org/hook\"" },
            { "completionCallbackUrl", "\"ftp://example.org/hook\"" },
            { "completionCallbackUrl", "\"http://\"" },
            { "completionCallbackUrl", "\" http://example.org/\"" },
            { "executionBudgetUsd", "-0.01" },
            { "executionBudgetUsd", "\"1\"" },
            { "executionBudgetUsd", "true" },
            { "executionBudgetUsd", "1e400" },
        };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task ALegalValueIsAccepted(string member, string? json)
    {
        await using var workspace = await Workspace.StartAsync();
        var reply = await workspace.CreateAsync(member, json);
        Assert.Equal((201, "STARTED"), (reply.Status, reply.Text("status")));
        Assert.Equal("application/json", reply.ContentType?.MediaType);
        Assert.Equal(Offered.InstanceId, reply.Text("workflowInstanceId"));
        Assert.True(Guid.TryParse(reply.Text("id"), out _));
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task AnIllegalValueIsRejectedByItsName(string member, string? json)
    {
        await using var workspace = await Workspace.StartAsync();
        var reply = await workspace.CreateAsync(member, json);
        Assert.Equal((400, "application/json"), (reply.Status, reply.ContentType?.MediaType));
        Assert.StartsWith($"{member}: expected ", reply.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryMemberAtFaultIsNamed()
    {
        await using var workspace = await Workspace.StartAsync();
        var reply = await workspace.CreateAsync(Workspace.With(("name", "1"), ("tags", "1"), ("layers", "1")));
        Assert.Matches("layers: .*; name: .*; tags: ", reply.Text("message"));
    }

    [Theory]
    [InlineData("[]", 400)]
    [InlineData("{", 400)]
    [InlineData("", 400)]
    public async Task WhatIsNoObjectIsRejected(string body, int status)
    {
        await using var workspace = await Workspace.StartAsync();
        var reply = await workspace.CreateAsync(body);
        Assert.Equal(status, reply.Status);
        Assert.NotNull(reply.Text("message"));
    }

    [Fact]
    public async Task EveryRunIsANewOne()
    {
        await using var workspace = await Workspace.StartAsync();
        var one = await workspace.CreateAsync(Workspace.With());
        var two = await workspace.CreateAsync(Workspace.With());
        Assert.NotEqual(one.Text("id"), two.Text("id"));
    }
}
