using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Tests.Pennsieve;

/// <summary>Each step of a request can be exchanged from outside, and nothing else changes by it.</summary>
public sealed class PennsieveBehaviourTests
{
    private static readonly PennsieveBehaviour Correct = PennsieveBehaviour.Correct;

    public static TheoryData<string, string, PennsieveBehaviour> Lax =>
        new()
        {
            {
                "accepts both modes",
                Workspace.With("workflowInstanceConfiguration", Offered.ConfigurationJson),
                Correct with
                {
                    ChooseMode = asked => Mode.Existing(asked.InstanceId!),
                }
            },
            {
                "accepts neither mode",
                "{}",
                Correct with
                {
                    ChooseMode = asked => Mode.Existing(asked.InstanceId ?? Offered.InstanceId),
                }
            },
            {
                "ignores unknown data sources",
                Workspace.With("dataSources", """{"source-9":{}}"""),
                Correct with
                {
                    DataSources = NodeKeys.Any,
                }
            },
            {
                "mounts unready layers",
                Workspace.With("layers", """["layer-building"]"""),
                Correct with
                {
                    MountLayer = (layer, status) => status is null ? Correct.MountLayer(layer, status) : null,
                }
            },
            {
                "accepts any callback URL",
                Workspace.With("completionCallbackUrl", "\"hook\""),
                Correct with
                {
                    Members = new() { CallbackUrl = Correct.Members.CallbackUrl with { Check = Checks.Nothing } },
                }
            },
            {
                "accepts negative budgets",
                Workspace.With("executionBudgetUsd", "-1"),
                Correct with
                {
                    Members = new() { BudgetUsd = Correct.Members.BudgetUsd with { Check = Checks.Nothing } },
                }
            },
            {
                "accepts entries of any kind",
                Workspace.With("dataTargets", """{"target-1":1}"""),
                Correct with
                {
                    Members = new() { DataTargets = Member.Object("dataTargets", false) },
                }
            },
        };

    [Theory]
    [MemberData(nameof(Lax), DisableDiscoveryEnumeration = true)]
    public async Task WhatIsRejectedCanBeAccepted(string fault, string body, PennsieveBehaviour behaviour)
    {
        await using var right = await Workspace.StartAsync();
        Assert.InRange((await right.CreateAsync(body)).Status, 400, 499);
        await using var wrong = await Workspace.StartAsync(behaviour);
        Assert.True((await wrong.CreateAsync(body)).Status == 201, fault);
    }

    [Fact]
    public async Task FindOrCreateCanBeForgotten()
    {
        var never = EqualityComparer<JsonElement>.Create((_, _) => false, _ => 0);
        await using var workspace = await Workspace.StartAsync(Correct with { Configurations = never });
        var one = await workspace.CreateAsync(Workspace.Configured(Offered.ConfigurationJson));
        var two = await workspace.CreateAsync(Workspace.Configured(Offered.ConfigurationJson));
        Assert.Equal((201, 201), (one.Status, two.Status));
        Assert.NotEqual(one.Text("workflowInstanceId"), two.Text("workflowInstanceId"));
    }

    [Fact]
    public async Task TheDefaultLabelCanBeMissing()
    {
        await using var workspace = await Workspace.StartAsync(Correct with { LabelOf = (label, _) => label });
        Assert.Null((await workspace.CreateAsync(Workspace.With())).Text("name"));
        Assert.Equal("a", (await workspace.CreateAsync("name", "\"a\"")).Text("name"));
    }

    [Fact]
    public async Task TagsCanChangeTheDefinition()
    {
        var wrong = Correct with
        {
            Tag = (definition, tags) => new(Tagging.Tagged(definition, tags), Tagging.Tagged(definition, tags)),
        };
        await using var workspace = await Workspace.StartAsync(wrong);
        var before = await workspace.Emulator.GetAsync(Workspace.Definition);
        await workspace.CreateAsync("tags", """{"processor-1":"v2"}""");
        var after = await workspace.Emulator.GetAsync(Workspace.Definition);
        Assert.Equal(
            before
                .Json.GetRawText()
                .Replace("first\",\"tag\":\"v1\"", "first\",\"tag\":\"v2\"", StringComparison.Ordinal),
            after.Json.GetRawText()
        );
        Assert.NotEqual(before.Bytes, after.Bytes);
    }

    [Fact]
    public async Task StatusesAndMembersCanBeExchanged()
    {
        var wrong = Correct with
        {
            Finish = (operation, response) =>
                operation == PennsieveOperation.CreateWorkflowRun ? response with { Status = 404 } : response,
            WriteCreated = (writer, run) => writer.WriteNumber("id", 1),
        };
        await using var workspace = await Workspace.StartAsync(wrong);
        var reply = await workspace.CreateAsync(Workspace.With());
        Assert.Equal((404, """{"id":1}"""), (reply.Status, reply.Json.GetRawText()));
        Assert.Equal(200, (await workspace.Emulator.GetAsync(Workspace.Definition)).Status);
    }

    [Fact]
    public async Task AStepThatThrowsGetsAResponse()
    {
        var wrong = Correct with { Handle = _ => throw new InvalidOperationException("secret") };
        await using var workspace = await Workspace.StartAsync(wrong);
        var reply = await workspace.CreateAsync(Workspace.With());
        Assert.Equal(500, reply.Status);
        Assert.DoesNotContain("secret", reply.Text("message"), StringComparison.Ordinal);
    }
}
