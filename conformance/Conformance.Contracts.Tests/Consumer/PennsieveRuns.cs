using System.Text.Json.Nodes;
using Conformance.Contracts.Consumer;

namespace Conformance.Contracts.Tests.Consumer;

/// <summary>Runs of Pennsieve.</summary>
internal static class PennsieveRuns
{
    private const string Create = "pennsieve/CreateWorkflowRun/contract/";

    private static readonly NewPennsieveRun ByInstance = new()
    {
        WorkflowInstanceId = "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    };

    public static IEnumerable<KeyValuePair<string, Func<Uri, Task>>> All =>
        [
            On("success", client => client.CreateWorkflowRun(ByInstance, Consumers.Cancel)),
            On("success-configuration", client => client.CreateWorkflowRun(ByConfiguration(), Consumers.Cancel)),
            On("success-full", client => client.CreateWorkflowRun(Full(), Consumers.Cancel)),
            Rejected(
                "refused-both",
                () => ByConfiguration() with { WorkflowInstanceId = ByInstance.WorkflowInstanceId }
            ),
            Rejected("refused-neither", () => new NewPennsieveRun()),
            Rejected("refused-unknown-instance", () => ByInstance),
            Rejected("refused-unknown-data-source", () => ByInstance with { DataSources = Full().DataSources }),
            Rejected("refused-unknown-layer", () => ByInstance with { Layers = ["no-such-layer"] }),
            Rejected("refused-layer-not-ready", () => ByInstance with { Layers = ["layer-building"] }),
        ];

    private static NewPennsieveRun ByConfiguration() =>
        new()
        {
            WorkflowInstanceConfiguration = Parsed(
                """{"workflowDefinitionId":"3f2504e0-4f89-41d3-9a0c-0305e82c3302"}"""
            ),
        };

    private static NewPennsieveRun Full() =>
        ByInstance with
        {
            Name = "receipts of March",
            DataSources = Parsed("""{"source-1":{"path":"receipts"}}"""),
            DataTargets = Parsed("""{"target-1":{"folder":"approved"}}"""),
            ProcessorParams = Parsed("""{"processor-1":{"threshold":5}}"""),
            Tags = Parsed("""{"processor-1":"v3"}"""),
            Layers = ["fonts"],
            CompletionCallbackUrl = "https://receipts.invalid/done",
            CompletionCallbackContext = Parsed("""{"conversation":"7"}"""),
            ExecutionBudgetUsd = 0.5,
        };

    private static JsonObject Parsed(string json) => (JsonObject)JsonNode.Parse(json)!;

    private static KeyValuePair<string, Func<Uri, Task>> Rejected(string name, Func<NewPennsieveRun> run) =>
        On(name, client => Rejections.Of(client.CreateWorkflowRun(run(), Consumers.Cancel), 400));

    private static KeyValuePair<string, Func<Uri, Task>> On(string name, Func<PennsieveClient, Task> call) =>
        new(
            Create + name,
            async uri =>
            {
                using var caller = new ApiCaller(uri);
                await call(new PennsieveClient(caller));
            }
        );
}
