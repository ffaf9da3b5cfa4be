using System.Text.Json;
using RestSharp;

namespace Conformance.Contracts.Consumer;

/// <summary>The kit's client of Amazon Bedrock Flows, as far as JSON goes.</summary>
public sealed class FlowsClient(ApiCaller caller)
{
    private const string Json = "application/json";

    /// <summary>Invokes a flow, and leaves its stream alone.</summary>
    public Task InvokeFlow(string flow, string alias, FlowInvocation invocation, CancellationToken cancellation) =>
        caller.Call<JsonDocument>(Method.Post, PathOf(flow, alias), invocation, null, cancellation);

    /// <summary>Invokes a flow and asks for its events as one JSON object; null where it responds otherwise.</summary>
    public Task<FlowEvents?> InvokeFlowInJson(
        string flow,
        string alias,
        FlowInvocation invocation,
        CancellationToken cancellation
    ) => caller.Call<FlowEvents>(Method.Post, PathOf(flow, alias), invocation, Json, cancellation);

    private static string[] PathOf(string flow, string alias) => ["flows", flow, "aliases", alias];
}

/// <summary>What goes into a flow.</summary>
/// <param name="Inputs">Exactly one; null leaves the member out.</param>
public sealed record FlowInvocation(params FlowInput[]? Inputs);

/// <summary>A document for one of a flow's nodes.</summary>
public sealed record FlowInput(FlowContent Content, string NodeName, string? NodeOutputName = null);

/// <summary>A document of any kind of JSON.</summary>
public sealed record FlowContent(object? Document);

/// <summary>The events of a flow with one output.</summary>
public sealed record FlowEvents(FlowCompletion FlowCompletionEvent, FlowOutput FlowOutputEvent);

/// <summary>How a flow ended.</summary>
public sealed record FlowCompletion(string CompletionReason);

/// <summary>What a node of a flow gave.</summary>
public sealed record FlowOutput(FlowContent Content, string NodeName, string NodeType);
