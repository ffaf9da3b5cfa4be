using Conformance.Contracts.Consumer;

namespace Conformance.Contracts.Tests.Consumer;

/// <summary>Definitions of Nova Act.</summary>
internal static class NovaActDefinitions
{
    private const string Create = "nova-act/CreateWorkflowDefinition/contract/";

    private static readonly NewDefinition Minimal = new("receipt-approval");

    private static readonly NewDefinition Full = new("receipt-approval")
    {
        Description = "Reads receipts.",
        ExportConfig = new ExportConfig("receipt-exports", "runs/receipts"),
        ClientToken = "b9d1c7e6-0f5a-4c43-8d2e-5a1f6b7c8d9e-attempt-2",
    };

    public static IEnumerable<KeyValuePair<string, Func<Uri, Task>>> All =>
        [
            On(Create + "success", client => client.CreateWorkflowDefinition(Minimal, Consumers.Cancel)),
            On(
                Create + "success/members",
                async client =>
                    Assert.Equal("ACTIVE", (await client.CreateWorkflowDefinition(Minimal, Consumers.Cancel))!.Status)
            ),
            On(Create + "success-full", client => client.CreateWorkflowDefinition(Full, Consumers.Cancel)),
            On(
                Create + "replay",
                client => client.CreateWorkflowDefinition(Full with { ExportConfig = null }, Consumers.Cancel)
            ),
            On(
                Create + "ValidationException",
                client => Rejections.Of(client.CreateWorkflowDefinition(new NewDefinition(null), Consumers.Cancel), 400)
            ),
            On(
                Create + "ValidationException/members",
                async client =>
                    Assert.Equal(
                        "FieldValidationFailed",
                        (
                            await Rejections.Of(
                                client.CreateWorkflowDefinition(new NewDefinition(null), Consumers.Cancel),
                                400
                            )
                        )!.Reason
                    )
            ),
            On(
                Create + "ConflictException",
                client => Rejections.Of(client.CreateWorkflowDefinition(Minimal, Consumers.Cancel), 409)
            ),
            On(
                Create + "ConflictException/members",
                async client =>
                    Assert.NotNull(
                        (
                            await Rejections.Of(client.CreateWorkflowDefinition(Minimal, Consumers.Cancel), 409)
                        )!.ResourceId
                    )
            ),
            On(
                "nova-act/GetWorkflowDefinition/contract/success",
                async client =>
                    Assert.Equal(
                        "ACTIVE",
                        (await client.GetWorkflowDefinition("receipt-approval", Consumers.Cancel))!.Status
                    )
            ),
            On(
                "nova-act/ListWorkflowDefinitions/contract/success",
                async client =>
                    Assert.Single((await client.ListWorkflowDefinitions(Consumers.Cancel))!.WorkflowDefinitionSummaries)
            ),
            On(
                "nova-act/DeleteWorkflowDefinition/contract/success",
                async client =>
                    Assert.Equal(
                        "ACTIVE",
                        (await client.DeleteWorkflowDefinition("receipt-approval", Consumers.Cancel))!.Status
                    )
            ),
        ];

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
