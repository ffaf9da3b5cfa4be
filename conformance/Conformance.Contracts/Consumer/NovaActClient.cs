using RestSharp;

namespace Conformance.Contracts.Consumer;

/// <summary>The kit's client of Amazon Nova Act.</summary>
public sealed class NovaActClient(ApiCaller caller)
{
    private const string Definitions = "workflow-definitions";
    private const string Runs = "workflow-runs";

    public Task<ResourceStatus?> CreateWorkflowDefinition(NewDefinition definition, CancellationToken cancellation) =>
        caller.Call<ResourceStatus>(Method.Put, [Definitions], definition, null, cancellation);

    public Task<Definition?> GetWorkflowDefinition(string name, CancellationToken cancellation) =>
        caller.Call<Definition>(Method.Get, [Definitions, name], null, null, cancellation);

    public Task<DefinitionList?> ListWorkflowDefinitions(CancellationToken cancellation) =>
        caller.Call<DefinitionList>(Method.Post, [Definitions], new Everything(), null, cancellation);

    public Task<ResourceStatus?> DeleteWorkflowDefinition(string name, CancellationToken cancellation) =>
        caller.Call<ResourceStatus>(Method.Delete, [Definitions, name], null, null, cancellation);

    public Task<StartedRun?> CreateWorkflowRun(string definition, NewRun run, CancellationToken cancellation) =>
        caller.Call<StartedRun>(Method.Put, [Definitions, definition, Runs], run, null, cancellation);

    public Task<Run?> GetWorkflowRun(string definition, string run, CancellationToken cancellation) =>
        caller.Call<Run>(Method.Get, [Definitions, definition, Runs, run], null, null, cancellation);

    public Task<RunList?> ListWorkflowRuns(string definition, CancellationToken cancellation) =>
        caller.Call<RunList>(Method.Post, [Definitions, definition, Runs], new Everything(), null, cancellation);

    private sealed record Everything;
}

/// <summary>A definition to create. Members that are null are left out.</summary>
public sealed record NewDefinition(string? Name)
{
    public string? Description { get; init; }

    public ExportConfig? ExportConfig { get; init; }

    /// <summary>Makes the request one that can be repeated.</summary>
    public string? ClientToken { get; init; }
}

/// <summary>Where a definition's results go.</summary>
public sealed record ExportConfig(string S3BucketName, string? S3KeyPrefix);

/// <summary>A run to start. Members that are null are left out.</summary>
public sealed record NewRun(string? ModelId, ClientInfo ClientInfo)
{
    /// <summary>Makes the request one that can be repeated.</summary>
    public string? ClientToken { get; init; }

    public string? LogGroupName { get; init; }
}

/// <summary>Who asks.</summary>
public sealed record ClientInfo(int CompatibilityVersion, string? SdkVersion = null);

/// <summary>The status of what was created or deleted.</summary>
public sealed record ResourceStatus(string Status);

/// <summary>A run that was started.</summary>
public sealed record StartedRun(string WorkflowRunId, string Status);

/// <summary>A definition as it is read back.</summary>
public sealed record Definition(string Name, string Arn, string CreatedAt, string Status);

/// <summary>A page of definitions.</summary>
public sealed record DefinitionList(ImmutableArray<DefinitionSummary> WorkflowDefinitionSummaries);

/// <summary>A definition in a list.</summary>
public sealed record DefinitionSummary(
    string WorkflowDefinitionArn,
    string WorkflowDefinitionName,
    string CreatedAt,
    string Status
);

/// <summary>A run as it is read back.</summary>
public sealed record Run(string WorkflowRunArn, string WorkflowRunId, string Status, string StartedAt, string ModelId);

/// <summary>A page of runs.</summary>
public sealed record RunList(ImmutableArray<RunSummary> WorkflowRunSummaries);

/// <summary>A run in a list.</summary>
public sealed record RunSummary(string WorkflowRunArn, string WorkflowRunId, string Status, string StartedAt);
