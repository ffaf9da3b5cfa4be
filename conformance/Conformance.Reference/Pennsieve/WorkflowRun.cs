using System.Text.Json;

namespace Conformance.Reference.Pennsieve;

/// <summary>What a run is asked for, as read. A JSON value that is absent has the kind Undefined.</summary>
public sealed record RunParameters
{
    /// <summary>The instance of mode 1; null in mode 2.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The configuration of mode 2; absent in mode 1.</summary>
    public JsonElement Configuration { get; init; }

    /// <summary>The definition that the configuration names; null in mode 1.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>The run's label; null or empty when it is to be made.</summary>
    public string? Label { get; init; }

    public JsonElement DataSources { get; init; }

    public JsonElement DataTargets { get; init; }

    public JsonElement ProcessorParams { get; init; }

    public JsonElement Tags { get; init; }

    public ImmutableArray<string> Layers { get; init; } = [];

    /// <summary>Where the webhook goes; null for none.</summary>
    public Uri? CallbackUrl { get; init; }

    /// <summary>What the webhook echoes: the text as it came; absent for nothing.</summary>
    public JsonElement Context { get; init; }

    /// <summary>Largest cost in USD; 0 for no cap (D2:67).</summary>
    public double BudgetUsd { get; init; }
}

/// <summary>A workflow run.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="InstanceId">The instance that it is a run of.</param>
/// <param name="Label">For humans; null only in a wrong implementation.</param>
/// <param name="Status">One of <see cref="RunStatus"/>.</param>
/// <param name="Parameters">What was asked for.</param>
/// <param name="DataTargets">The data targets, enriched; absent when none were given.</param>
/// <param name="Snapshot">The copy of the definition that the run carries out, its tags replaced.</param>
/// <param name="StartedAt">When it was created.</param>
/// <param name="EndedAt">When it reached a terminal status; null until then.</param>
public sealed record WorkflowRun(
    string Id,
    string InstanceId,
    string? Label,
    string Status,
    RunParameters Parameters,
    JsonElement DataTargets,
    WorkflowDefinition Snapshot,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt
);

/// <summary>The statuses of a run. All but the first are terminal (D2:57).</summary>
public static class RunStatus
{
    public const string Started = "STARTED";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
    public const string Canceled = "CANCELED";
}
