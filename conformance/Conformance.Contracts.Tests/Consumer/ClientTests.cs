using Conformance.Contracts.Consumer;
using Conformance.Reference;
using Conformance.Reference.BedrockFlows;
using FlowInput = Conformance.Contracts.Consumer.FlowInput;

namespace Conformance.Contracts.Tests.Consumer;

/// <summary>A client that only a mock server understands would show nothing.</summary>
public sealed class ClientTests
{
    private const string Name = "receipts";

    [Fact]
    public async Task TheClientOfNovaActWorksWithARealProvider()
    {
        await using var server = await ReferenceServer.StartAsync(new(), Consumers.Cancel);
        using var caller = new ApiCaller(server.BaseAddress);
        var client = new NovaActClient(caller);

        var created = await client.CreateWorkflowDefinition(new NewDefinition(Name), Consumers.Cancel);
        var started = await client.CreateWorkflowRun(Name, new NewRun("m", new ClientInfo(1)), Consumers.Cancel);
        var run = await client.GetWorkflowRun(Name, started!.WorkflowRunId, Consumers.Cancel);
        var runs = await client.ListWorkflowRuns(Name, Consumers.Cancel);
        var definition = await client.GetWorkflowDefinition(Name, Consumers.Cancel);
        var definitions = await client.ListWorkflowDefinitions(Consumers.Cancel);

        Assert.Equal("ACTIVE", created!.Status);
        Assert.Equal("m", run!.ModelId);
        Assert.Equal(started.WorkflowRunId, Assert.Single(runs!.WorkflowRunSummaries).WorkflowRunId);
        Assert.Equal(Name, definition!.Name);
        Assert.Equal(definition.Arn, Assert.Single(definitions!.WorkflowDefinitionSummaries).WorkflowDefinitionArn);
    }

    [Fact]
    public async Task AnErrorOfARealProviderSaysWhatIsMissing()
    {
        await using var server = await ReferenceServer.StartAsync(new(), Consumers.Cancel);
        using var caller = new ApiCaller(server.BaseAddress);
        var call = new NovaActClient(caller).CreateWorkflowRun(
            "nowhere",
            new NewRun("m", new ClientInfo(1)),
            Consumers.Cancel
        );
        var error = await Rejections.Of(call, 404);
        Assert.False(string.IsNullOrEmpty(error!.ResourceId));
    }

    [Fact]
    public async Task TheClientOfFlowsReadsOneObjectOfEvents()
    {
        var inJson = BedrockFlowsBehaviour.Correct with { Encoding = EventEncoding.JsonObject };
        await using var server = await ReferenceServer.StartAsync(new() { BedrockFlows = inJson }, Consumers.Cancel);
        using var caller = new ApiCaller(server.BaseAddress);
        var events = await new FlowsClient(caller).InvokeFlowInJson(
            "ECHOFLOW01",
            "TSTALIASID",
            new(new FlowInput(new FlowContent("a receipt"), "FlowInputNode")),
            Consumers.Cancel
        );
        Assert.Equal("a receipt", events!.FlowOutputEvent.Content.Document?.ToString());
    }

    [Fact]
    public async Task TheClientOfPennsieveStartsARun()
    {
        await using var server = await ReferenceServer.StartAsync(new(), Consumers.Cancel);
        using var caller = new ApiCaller(server.BaseAddress);
        var run = await new PennsieveClient(caller).CreateWorkflowRun(
            new NewPennsieveRun { WorkflowInstanceId = "11111111-2222-4333-8444-555555555555", Name = Name },
            Consumers.Cancel
        );
        Assert.Equal(Name, run!.Name);
        Assert.NotNull(run.Id);
    }
}
