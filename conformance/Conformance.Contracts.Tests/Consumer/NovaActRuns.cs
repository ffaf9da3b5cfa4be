using Conformance.Contracts.Consumer;

namespace Conformance.Contracts.Tests.Consumer;

/// <summary>Runs of Nova Act.</summary>
internal static class NovaActRuns
{
    private const string Create = "nova-act/CreateWorkflowRun/contract/";
    private const string Definition = "receipt-approval";
    private const string Id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    private static readonly NewRun Minimal = new("nova-act-v1.0", new ClientInfo(7));

    private static readonly NewRun Repeatable = new("nova-act-v1.0", new ClientInfo(7, "2.0.1"))
    {
        ClientToken = "b9d1c7e6-0f5a-4c43-8d2e-5a1f6b7c8d9e-attempt-2",
    };

    public static IEnumerable<KeyValuePair<string, Func<Uri, Task>>> All =>
        [
            On(Create + "success", client => IsStarted(client, Minimal)),
            On(Create + "success-full", client => IsStarted(client, Repeatable with { LogGroupName = "/receipts" })),
            On(Create + "replay", client => client.CreateWorkflowRun(Definition, Repeatable, Consumers.Cancel)),
            On(
                Create + "refused-other-parameters",
                client => Rejections.Of(client.CreateWorkflowRun(Definition, Repeatable, Consumers.Cancel), 409)
            ),
            On(
                Create + "ValidationException",
                client =>
                    Rejections.Of(
                        client.CreateWorkflowRun(Definition, Minimal with { ModelId = null }, Consumers.Cancel),
                        400
                    )
            ),
            On(
                Create + "ValidationException/members",
                client =>
                    Rejections.WithMessage(
                        client.CreateWorkflowRun(Definition, Minimal with { ModelId = null }, Consumers.Cancel),
                        400
                    )
            ),
            On(
                Create + "ResourceNotFoundException",
                client => Rejections.Of(client.CreateWorkflowRun(Definition, Minimal, Consumers.Cancel), 404)
            ),
            On(
                Create + "ResourceNotFoundException/members",
                client => Rejections.WithMessage(client.CreateWorkflowRun(Definition, Minimal, Consumers.Cancel), 404)
            ),
            On(
                "nova-act/GetWorkflowRun/contract/success",
                async client =>
                    Assert.Equal(Id, (await client.GetWorkflowRun(Definition, Id, Consumers.Cancel))!.WorkflowRunId)
            ),
            On(
                "nova-act/ListWorkflowRuns/contract/success",
                async client =>
                    Assert.Single((await client.ListWorkflowRuns(Definition, Consumers.Cancel))!.WorkflowRunSummaries)
            ),
        ];

    private static async Task IsStarted(NovaActClient client, NewRun run) =>
        Assert.Equal(new StartedRun(Id, "RUNNING"), await client.CreateWorkflowRun(Definition, run, Consumers.Cancel));

    private static KeyValuePair<string, Func<Uri, Task>> On(string id, Func<NovaActClient, Task> call) =>
        new(
            id,
            async uri =>
            {
                using var caller = new ApiCaller(uri);
                await call(new NovaActClient(caller));
            }
        );
}
