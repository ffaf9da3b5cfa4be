using System.Text.Json;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Tests.Pennsieve;

public sealed class InterpretationTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task WithoutALabelOneIsMade(string? json)
    {
        await using var workspace = await Workspace.StartAsync();
        var created = await workspace.CreateAsync("name", json);
        Assert.StartsWith("run-", created.Text("name"), StringComparison.Ordinal);
        Assert.Equal(created.Text("name"), (await workspace.ReadAsync(created)).Text("name"));
    }

    [Fact]
    public async Task ALabelIsKeptAsItCame()
    {
        await using var workspace = await Workspace.StartAsync();
        Assert.Equal(" é ", (await workspace.CreateAsync("name", "\" \\u00e9 \"")).Text("name"));
    }

    [Fact]
    public async Task ARunIsReadAsItWasAskedFor()
    {
        await using var workspace = await Workspace.StartAsync();
        (string Member, string Json)[] asked =
        [
            ("dataSources", """{"source-1":{"files":[1.50,"é"]}}"""),
            ("processorParams", """{"processor-1":{"threads":4}}"""),
            ("tags", """{"processor-1":"v2"}"""),
            ("layers", """["layer-ready-2","layer-ready"]"""),
            ("executionBudgetUsd", "2.5"),
        ];
        var read = await workspace.ReadAsync(await workspace.CreateAsync(Workspace.With([.. asked!])));
        Assert.Equal(200, read.Status);
        foreach (var (member, json) in asked)
            Assert.Equal(json, read.Json.GetProperty(member).GetRawText());
    }

    [Fact]
    public async Task WithoutACapNoneIsShown()
    {
        await using var workspace = await Workspace.StartAsync();
        var read = await workspace.ReadAsync(await workspace.CreateAsync("executionBudgetUsd", "0"));
        Assert.False(read.Json.TryGetProperty("executionBudgetUsd", out _));
    }

    [Fact]
    public async Task DataTargetsAreEnriched()
    {
        await using var workspace = await Workspace.StartAsync();
        var targets = """{"target-1":{"uploadBucket":"mine","folder":"results"}}""";
        var read = await workspace.ReadAsync(await workspace.CreateAsync("dataTargets", targets));
        Assert.Equal(
            """{"target-1":{"folder":"results","uploadBucket":"reference-uploads"}}""",
            read.Json.GetProperty("dataTargets").GetRawText()
        );
    }

    [Fact]
    public async Task TagsChangeTheRunAndNotTheDefinition()
    {
        await using var workspace = await Workspace.StartAsync();
        var before = await workspace.Emulator.GetAsync(Workspace.Definition);
        var read = await workspace.ReadAsync(await workspace.CreateAsync("tags", """{"processor-1":"v2"}"""));
        var after = await workspace.Emulator.GetAsync(Workspace.Definition);
        Assert.Equal(("v2", Offered.Tag), Tags(read.Json.GetProperty("workflow")));
        Assert.Equal((Offered.Tag, Offered.Tag), Tags(after.Json));
        Assert.Equal(before.Bytes, after.Bytes);
    }

    [Theory]
    [InlineData("GET", "/workflows/runs/11111111-2222-4333-8444-555555555555", 404)]
    [InlineData("GET", "/workflows/definitions/11111111-2222-4333-8444-555555555555", 404)]
    [InlineData("GET", "/workflows/runs/demo", 400)]
    [InlineData("GET", "/workflows/runs/", 400)]
    [InlineData("GET", "/workflows/definitions/%zz", 400)]
    [InlineData("GET", "/workflows/definitions", 404)]
    [InlineData("GET", "/workflows/unheard-of", 404)]
    [InlineData("GET", "/workflows/runs", 405)]
    [InlineData("PUT", "/workflows/runs", 405)]
    [InlineData("DELETE", Workspace.Definition, 405)]
    public async Task WhatIsNotThereIsRejected(string method, string target, int status)
    {
        await using var workspace = await Workspace.StartAsync();
        var reply = await workspace.Emulator.SendAsync(method, target);
        Assert.Equal(status, reply.Status);
        Assert.NotNull(reply.Text("message"));
        Assert.Equal(status == 405, reply.AllowedMethods.Any());
    }

    private static (string? First, string? Second) Tags(JsonElement definition)
    {
        var tags = definition
            .GetProperty("nodes")
            .EnumerateArray()
            .Where(node => node.GetProperty("type").GetString() == "processor")
            .ToDictionary(node => node.GetProperty("id").GetString()!, node => node.GetProperty("tag").GetString());
        return (tags[Offered.Processor], tags[Offered.OtherProcessor]);
    }
}
