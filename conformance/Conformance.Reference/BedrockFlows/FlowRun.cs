namespace Conformance.Reference.BedrockFlows;

/// <summary>What a flow does.</summary>
public static class FlowRun
{
    /// <summary>
    /// The flow's output, which is the document that went in; then its completion, or the error with which it fails.
    /// </summary>
    public static IAsyncEnumerable<FlowEvent> Of(FlowInvocation invocation)
    {
        var (flow, input) = invocation;
        return AsyncEnumerable.ToAsyncEnumerable([
            FlowEvent.Output(flow.OutputNode, "FlowOutputNode", input.Document),
            flow.FailsWithinStream is { } error ? FlowEvent.Exception(error) : FlowEvent.Completion("SUCCESS"),
        ]);
    }
}
