using System.Text.Json.Nodes;
using RestSharp;

namespace Conformance.Contracts.Consumer;

/// <summary>The kit's client of Pennsieve, in the names that the schema's conventions assume.</summary>
public sealed class PennsieveClient(ApiCaller caller)
{
    public Task<PennsieveRun?> CreateWorkflowRun(NewPennsieveRun run, CancellationToken cancellation) =>
        caller.Call<PennsieveRun>(Method.Post, ["workflows", "runs"], run, null, cancellation);
}

/// <summary>A run to create and trigger: of an instance or of a configuration. Members that are null are left out.</summary>
public sealed record NewPennsieveRun
{
    public string? WorkflowInstanceId { get; init; }

    public JsonObject? WorkflowInstanceConfiguration { get; init; }

    /// <summary>The run's label.</summary>
    public string? Name { get; init; }

    public JsonObject? DataSources { get; init; }

    public JsonObject? DataTargets { get; init; }

    public JsonObject? ProcessorParams { get; init; }

    public JsonObject? Tags { get; init; }

    public IReadOnlyList<string>? Layers { get; init; }

    public string? CompletionCallbackUrl { get; init; }

    public JsonObject? CompletionCallbackContext { get; init; }

    /// <summary>The most that the run may cost, in US dollars; zero or none for no cap.</summary>
    public double? ExecutionBudgetUsd { get; init; }
}

/// <summary>A run that was created; null where the response doesn't say.</summary>
public sealed record PennsieveRun(string? Id, string? WorkflowInstanceId, string? Name);
