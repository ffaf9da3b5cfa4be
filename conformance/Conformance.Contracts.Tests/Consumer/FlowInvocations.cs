using Conformance.Contracts.Consumer;

namespace Conformance.Contracts.Tests.Consumer;

/// <summary>Invocations of flows.</summary>
internal static class FlowInvocations
{
    private const string Invoke = "bedrock-flows/InvokeFlow/contract/";
    private const string Flow = "RECEIPTS01";
    private const string Alias = "TSTALIASID";

    private static readonly FlowInput Input = new(new FlowContent("a receipt"), "Receipts");

    private static readonly (string Error, int Status)[] Errors =
    [
        ("AccessDeniedException", 403),
        ("BadGatewayException", 502),
        ("ConflictException", 409),
        ("DependencyFailedException", 424),
        ("InternalServerException", 500),
        ("ResourceNotFoundException", 404),
        ("ServiceQuotaExceededException", 400),
        ("ThrottlingException", 429),
    ];

    public static IEnumerable<KeyValuePair<string, Func<Uri, Task>>> All =>
        [
            On("success", client => client.InvokeFlow(Flow, Alias, new(Input), Consumers.Cancel)),
            On(
                "success-full",
                client => client.InvokeFlow(Flow, Alias, new(Input with { NodeOutputName = "text" }), Consumers.Cancel)
            ),
            On(
                "success-json",
                async client =>
                {
                    var events = await client.InvokeFlowInJson(Flow, Alias, new(Input), Consumers.Cancel);
                    Assert.Equal("SUCCESS", events!.FlowCompletionEvent.CompletionReason);
                    Assert.Equal("FlowOutputNode", events.FlowOutputEvent.NodeName);
                }
            ),
            On(
                "ValidationException",
                client => Rejections.Of(client.InvokeFlow(Flow, Alias, new(null), Consumers.Cancel), 400)
            ),
            .. Errors.Select(e =>
                On(
                    e.Error,
                    client => Rejections.Of(client.InvokeFlow(Flow, Alias, new(Input), Consumers.Cancel), e.Status)
                )
            ),
        ];

    private static KeyValuePair<string, Func<Uri, Task>> On(string name, Func<FlowsClient, Task> call) =>
        new(
            Invoke + name,
            async uri =>
            {
                using var caller = new ApiCaller(uri);
                await call(new FlowsClient(caller));
            }
        );
}
