namespace Conformance.Reference.NovaAct;

/// <summary>Where a workflow definition's data goes.</summary>
public sealed record ExportConfig(string S3BucketName, string? S3KeyPrefix);

/// <summary>What CreateWorkflowDefinition is asked for; the token that makes it idempotent is not part of it.</summary>
public sealed record DefinitionParameters(string Name, string? Description, ExportConfig? ExportConfig);

/// <summary>What CreateWorkflowRun is asked for; the token that makes it idempotent is not part of it.</summary>
public sealed record RunParameters(string ModelId, long CompatibilityVersion, string? SdkVersion, string? LogGroupName);

/// <summary>A workflow definition.</summary>
public sealed record WorkflowDefinition(DefinitionParameters Parameters, DateTimeOffset CreatedAt)
{
    public string Name => Parameters.Name;
}

/// <summary>A workflow run.</summary>
/// <param name="Id">A UUID in lower case (D0:95).</param>
/// <param name="Parameters">What was asked for.</param>
/// <param name="Status">One of <see cref="RunStatus"/>.</param>
/// <param name="StartedAt">When it was created.</param>
/// <param name="EndedAt">When it was given a status other than running; null until then.</param>
public sealed record WorkflowRun(
    string Id,
    RunParameters Parameters,
    string Status,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt
);

/// <summary>The statuses of a run (D0:87).</summary>
public static class RunStatus
{
    public const string Running = "RUNNING";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
    public const string TimedOut = "TIMED_OUT";
    public const string Deleting = "DELETING";
}

/// <summary>The statuses of a definition (D4:90).</summary>
public static class DefinitionStatus
{
    public const string Active = "ACTIVE";
    public const string Deleting = "DELETING";
}
